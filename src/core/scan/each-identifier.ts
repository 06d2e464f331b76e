import { unpack } from '../base/packed-column.ts';
import { finish, type Steps } from '../base/steps.ts';
import type { IdentifierColumn } from './scanned-log.ts';

/** Visits all (line, id) pairs of a column in line order. */
export function eachIdentifier(column: IdentifierColumn, visit: (line: number, id: number) => void): void {
  finish(visitIdentifiers(column, visit));
}

/** As {@link eachIdentifier}, a block of lines a step. */
export function* visitIdentifiers(
  { first, more }: IdentifierColumn,
  visit: (line: number, id: number) => void,
): Steps<void> {
  let next = 0;
  let line = 0;
  for (const block of first.blocks) {
    const ids = unpack(block);
    for (let row = 0; row < ids.length; row++) {
      const id = ids[row] as number;
      if (id >= 0) visit(line, id);
      for (; more[next] === line; next += 2) visit(line, more[next + 1] as number);
      line++;
    }
    yield;
  }
}

/** Lines that name at least one. */
export function countNaming({ first }: IdentifierColumn): number {
  let count = 0;
  first.each((id) => {
    if (id >= 0) count++;
  });
  return count;
}

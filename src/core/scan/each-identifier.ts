import type { IdentifierColumn } from './scanned-log.ts';

/** Visits all (line, id) pairs of a column in line order. */
export function eachIdentifier({ first, more }: IdentifierColumn, visit: (line: number, id: number) => void): void {
  let next = 0;
  first.each((id, line) => {
    if (id >= 0) visit(line, id);
    for (; more[next] === line; next += 2) visit(line, more[next + 1] as number);
  });
}

/** Lines that name at least one. */
export function countNaming({ first }: IdentifierColumn): number {
  let count = 0;
  first.each((id) => {
    if (id >= 0) count++;
  });
  return count;
}

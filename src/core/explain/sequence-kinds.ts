import { firstAlike, hashOfRange, sameValues } from '../base/first-alike.ts';
import { largest } from '../base/largest.ts';
import type { SessionTable } from '../sequence/session-table.ts';

/** Distinct sequences of log keys among some sessions: those of most sessions first, of equals the one that came first. */
export interface SequenceKinds {
  readonly table: SessionTable;
  /** By kind, the first session that has it. */
  readonly first: Int32Array;
  /** By kind. */
  readonly sessions: Int32Array;
  /** By session of the log; -1 for those that were not asked for. */
  readonly kindOf: Int32Array;
  /** All log keys of the table are below. */
  readonly keyCount: number;
}

/** @param chosen indices of the sessions, ascending */
export function sequenceKinds(table: SessionTable, chosen: readonly number[]): SequenceKinds {
  const { start, key, count } = table;
  const fromOf = (row: number) => start[chosen[row] as number] as number;
  const lengthOf = (row: number) => (start[(chosen[row] as number) + 1] as number) - fromOf(row);
  const alike = firstAlike(
    chosen.length,
    (row) => hashOfRange(key, fromOf(row), fromOf(row) + lengthOf(row), lengthOf(row)),
    (one, other) => lengthOf(one) === lengthOf(other) && sameValues(key, fromOf(one), fromOf(other), lengthOf(one)),
  );
  const times = new Int32Array(chosen.length);
  for (const row of alike) times[row] = (times[row] as number) + 1;
  const rows = alike
    .filter((kind, row) => kind === row)
    .sort((a, b) => (times[b] as number) - (times[a] as number) || a - b);
  const kindOfRow = new Int32Array(chosen.length);
  rows.forEach((row, kind) => {
    kindOfRow[row] = kind;
  });
  const kindOf = new Int32Array(count).fill(-1);
  alike.forEach((kind, row) => {
    kindOf[chosen[row] as number] = kindOfRow[kind] as number;
  });
  return {
    table,
    first: rows.map((row) => chosen[row] as number),
    sessions: rows.map((row) => times[row] as number),
    kindOf,
    keyCount: largest(key) + 1,
  };
}

/** Log keys of the events of a session. */
export function keysOfSession({ start, key }: SessionTable, session: number): Int32Array {
  return key.subarray(start[session], start[session + 1]);
}

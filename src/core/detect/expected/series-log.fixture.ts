import type { LogKey } from '../../base/brand.ts';
import { sessionTable } from '../../sequence/session-table.fixture.ts';
import type { ValuedLog } from '../values/line-values.ts';

export const SERIES_KEY = 1 as LogKey;

/**
 * A session for each number: "begin", then a line with the number. Log keys 0 and 1.
 *
 * @param waits milliseconds between the two lines of each session; sessions begin once a second
 */
export function seriesLog(numbers: readonly number[], waits?: readonly number[]): ValuedLog {
  const times = waits && numbers.map((_, session) => [1000 * session, 1000 * session + (waits[session] ?? 0)]);
  const sessions = sessionTable(
    numbers.map(() => [0, SERIES_KEY]),
    times,
  );
  const slots = [{ key: SERIES_KEY, wildcard: 0, nth: 0, kind: 'number', unit: '' } as const];
  const at = Uint32Array.from({ length: 2 * numbers.length + 1 }, (_, line) => line >> 1);
  const values = { slots, firstSlot: Int32Array.of(0, 0, 1), at, value: Float32Array.from(numbers), words: [] };
  return { sessions, values };
}

import { KEPT_CANDIDATES } from '../detect/successor-scores.ts';
import { type ModelView, windowsOfSuccessors } from './model-view.ts';
import type { WorkflowSessions } from './started-sessions.ts';

/** By key, how often a key model expects each other right after it; -1 before: the beginning of a session, behind: its end. */
export type ExpectedWays = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Stands for the beginning and the end of a session. */
const EDGE = -1;

/**
 * What the key model expects after each event of some sessions, added up: the number of times that B comes after A is the sum, over
 * the windows that end with A, of how often each came times the probability of B after it. Keys that are not among the likeliest
 * ten after a window, and never came there, count as 0.
 *
 * @param sessions indices
 */
export function expectedWays(view: ModelView, all: WorkflowSessions, sessions: readonly number[]): ExpectedWays {
  const { index, sequences } = view;
  const { vocabulary } = sequences;
  const { history, windows, count } = index.set;
  const ways = new Map<number, Map<number, number>>();
  const keyOf = (symbol: number) => (symbol === vocabulary.end ? EDGE : vocabulary.keys[symbol]);
  const add = (from: number, window: number, times: number) => {
    const row = ways.get(from) ?? new Map<number, number>();
    ways.set(from, row);
    for (const { symbol, probability } of nextOf(view, window)) {
      const to = keyOf(symbol);
      if (to !== undefined && probability > 0) row.set(to, (row.get(to) ?? 0) + times * probability);
    }
  };
  const { first, later } = timesAtWindows(view, all, sessions);
  for (let window = 0; window < count; window++) {
    const last = windows[(window + 1) * history - 1] as number;
    const key = vocabulary.keys[last];
    if ((first[window] as number) > 0) add(EDGE, window, first[window] as number);
    if ((later[window] as number) > 0 && key !== undefined) add(key, window, later[window] as number);
  }
  return ways;
}

/** By window, how often a session was there: at its first event, and at later ones or its end. */
function timesAtWindows(
  { index: { set, successor }, sequences }: ModelView,
  all: WorkflowSessions,
  sessions: readonly number[],
) {
  const first = new Int32Array(set.count);
  const later = new Int32Array(set.count);
  const windowOf = windowsOfSuccessors(set);
  for (const session of sessions) {
    // The event of a session that starts it is not its own.
    const before = (all.from[session] as number) - (all.table.start[session] as number);
    const begin = (sequences.start[session] as number) + before;
    const end = sequences.start[session + 1] as number;
    for (let position = begin; position < end; position++) {
      const window = windowOf[successor[position] as number] as number;
      const times = position === begin ? first : later;
      times[window] = (times[window] as number) + 1;
    }
  }
  return { first, later };
}

/** The keys that came after a window, and those that the model finds likeliest there, each once. */
function nextOf({ index: { set }, scores }: ModelView, window: number) {
  const found = new Map<number, number>();
  for (let next = set.nextStart[window] as number; next < (set.nextStart[window + 1] as number); next++) {
    found.set(set.nextSymbol[next] as number, scores.probability[next] as number);
  }
  for (let at = window * KEPT_CANDIDATES; at < (window + 1) * KEPT_CANDIDATES; at++) {
    const symbol = scores.topSymbol[at] as number;
    if (symbol >= 0 && !found.has(symbol)) found.set(symbol, scores.topProbability[at] as number);
  }
  return [...found].map(([symbol, probability]) => ({ symbol, probability }));
}

import { largest } from '../base/largest.ts';
import { createRandom } from '../base/random.ts';
import { KEPT_CANDIDATES } from '../detect/successor-scores.ts';
import { type ModelView, windowsOfSuccessors } from './model-view.ts';
import { NOISE } from './noise.ts';
import type { Variant } from './variants.ts';

/** Sessions that are shared out: a twentieth of the rarest step of a workflow is still more than a handful. */
const MOST_SESSIONS = 5000;
/** Fewer where sessions are long: as many events as these have together. */
const MOST_EVENTS = 500_000;
const FEWEST_SESSIONS = 20;
/** Any number will do, as long as it is always the same one. */
const SEED = 1;
const NOWHERE = -1;

/** Some expected sessions that have begun alike. */
interface Prefix {
  readonly window: number;
  readonly sessions: number;
  readonly last: Event | undefined;
}

interface Event {
  readonly key: number;
  readonly before: Event | undefined;
}

/** The sessions at a window that go on alike. */
interface Share {
  /** Index in the successors of the log. */
  readonly next: number;
  readonly sessions: number;
}

/**
 * The sessions that a key model expects: from BEGIN on, those that are at a window are shared out among the keys that came after it
 * in the log, by how likely the model finds them, until END. A key that it finds less than {@link NOISE} times as likely as the
 * likeliest one is an exception there and gets none, however often it came. What would grow longer than any session of the log
 * is left out, and so is what has not ended when a million events are handed out. Each window is shared out by systematic sampling, so that few sessions show what many would.
 *
 * @returns distinct sequences of keys, at most 5,000 sessions in all; the order of the log's sessions does not matter
 */
export function expectedSessions(view: ModelView): readonly Variant[] {
  const { vocabulary, start } = view.sequences;
  const { set } = view.index;
  const { uniform } = createRandom(SEED);
  const windowAfter = windowsAfter(view);
  const longest = largest(start.subarray(1).map((end, session) => end - (start[session] as number)));
  const ended: Variant[] = [];
  let open: readonly Prefix[] = [{ window: firstWindow(view), sessions: sessionsFor(start), last: undefined }];
  let events = 0;
  for (let length = 0; length < longest && events < 2 * MOST_EVENTS; length++) {
    const longer: Prefix[] = [];
    for (const { window, sessions: all, last } of open) {
      for (const { next, sessions } of sharedOut(view, window, all, uniform())) {
        const symbol = set.nextSymbol[next] as number;
        const key = vocabulary.keys[symbol];
        if (key !== undefined)
          longer.push({ window: windowAfter[next] as number, sessions, last: { key, before: last } });
        else if (symbol === vocabulary.end) ended.push({ keys: keysUpTo(last), count: sessions });
      }
    }
    open = longer;
    events += open.length;
  }
  return ended;
}

/** By how long the sessions of the log are. @param start of their symbols, END among them */
function sessionsFor(start: Int32Array): number {
  const meanLength = (start.at(-1) ?? 0) / Math.max(1, start.length - 1);
  return Math.max(FEWEST_SESSIONS, Math.min(MOST_SESSIONS, Math.floor(MOST_EVENTS / Math.max(1, meanLength))));
}

/** By successor, the window that comes next in the sessions that took it; -1 behind END. */
function windowsAfter({ sequences: { start }, index: { set, successor } }: ModelView): Int32Array {
  const windowOf = windowsOfSuccessors(set);
  const after = new Int32Array(set.nextSymbol.length).fill(NOWHERE);
  for (let session = 0; session + 1 < start.length; session++) {
    const end = (start[session + 1] as number) - 1;
    for (let position = start[session] as number; position < end; position++) {
      after[successor[position] as number] = windowOf[successor[position + 1] as number] as number;
    }
  }
  return after;
}

/** The window of nothing but BEGIN, which every session is at first. */
function firstWindow({ index: { set }, sequences: { vocabulary } }: ModelView): number {
  for (let window = 0; window < set.count; window++) {
    if (set.windows[(window + 1) * set.history - 1] === vocabulary.begin) return window;
  }
  return NOWHERE;
}

/**
 * Systematic sampling: places that lie one apart, the first of them at `offset`, are laid over the shares of the keys.
 *
 * @param offset in [0, 1)
 */
function sharedOut({ index: { set }, scores }: ModelView, window: number, sessions: number, offset: number): Share[] {
  const { probability, topProbability } = scores;
  const least = NOISE * (topProbability[window * KEPT_CANDIDATES] as number);
  const likely: number[] = [];
  for (let next = set.nextStart[window] as number; next < (set.nextStart[window + 1] as number); next++) {
    if ((probability[next] as number) > 0 && (probability[next] as number) >= least) likely.push(next);
  }
  const total = likely.reduce((sum, next) => sum + (probability[next] as number), 0);
  const shares: Share[] = [];
  let mass = 0;
  let given = 0;
  for (const next of likely) {
    mass += probability[next] as number;
    const upTo = Math.min(sessions, Math.ceil((sessions * mass) / total - offset));
    if (upTo > given) shares.push({ next, sessions: upTo - given });
    given = Math.max(given, upTo);
  }
  return shares;
}

function keysUpTo(last: Event | undefined): readonly number[] {
  const keys: number[] = [];
  for (let event = last; event !== undefined; event = event.before) keys.push(event.key);
  return keys.reverse();
}

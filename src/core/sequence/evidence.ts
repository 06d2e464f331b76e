import { quantile } from '../base/quantile.ts';
import { finish } from '../base/steps.ts';
import type { IdentifierColumn } from '../scan/scanned-log.ts';
import { bitsOf, bitsOfPairs, Counts } from './entropy.ts';
import { type IdentifiedEvents, identifiedEvents, tabledEvents } from './identified-events.ts';
import type { SessionTable } from './session-table.ts';

/** How well a way to find sessions fits a log. */
export interface SessionEvidence {
  readonly sessions: number;
  /** Share of mined lines that belong to at least one session, in [0, 1]. */
  readonly coverage: number;
  /** Share of mined lines that belong to a session of three events or more, counted by their first session, in [0, 1]. */
  readonly sequenced: number;
  /** Events of a session. */
  readonly lengths: SessionLengths;
  /** H(next key | key, file order), in bits. */
  readonly orderBits: number;
  /** `orderBits` - H(next key | key, inside the session); above 0 where grouping makes order predictable. */
  readonly gainBits: number;
  /**
   * H(session | key) / H(session), in [0, 1]: near 0 where the key already tells the session, as with a component's name. Such
   * an identifier names a part of the program, not one run of a task.
   */
  readonly independence: number;
  /** 1 - H(first key of a session) / H(key), in [0, 1]: near 1 where sessions begin alike, as runs of a task do. */
  readonly likeness: number;
  /** Part of the log that a typical event's session reaches over, in [0, 1]: near 1 for what is there all the time. */
  readonly reach: number;
}

/** What 25, 50 and 95 % of the sessions do not exceed. */
export interface SessionLengths {
  readonly p25: number;
  readonly p50: number;
  readonly p95: number;
}

/** Below these a grouping is no set of sequences worth learning. */
const MIN_SEQUENCED = 0.35;
const MIN_INDEPENDENCE = 0.4;
const MIN_ORDER = 0.1;
/** Only the name can speak for an identifier that mostly names single lines. */
const SURE_PRIOR = 0.9;
/** Ten, and fewer in a log of fewer than 400 lines. */
const MOST_MIN_SESSIONS = 10;
const LEAST_MIN_SESSIONS = 4;

/** What sessions that begin alike are worth beside those whose order is wholly predictable. */
const LIKENESS_WORTH = 0.5;
/** What is left of the worth of an identifier that is there all the time. */
const LASTING_WORTH = 0.2;

/** @param keyOfLine -1 for a line without a key, which is no event */
export function weighIdentifier(column: IdentifierColumn, keyOfLine: Int32Array): SessionEvidence {
  return weighEvents(finish(identifiedEvents(column, keyOfLine)), keyOfLine);
}

/** As {@link weighIdentifier}, for sessions that no identifier made. */
export function weighSessions(sessions: SessionTable, keyOfLine: Int32Array): SessionEvidence {
  return weighEvents(tabledEvents(sessions), keyOfLine);
}

/**
 * Worth of the evidence for choosing, higher is better; 0 where it does not qualify.
 *
 * @param prior how likely the identifier is one of sessions by its name alone, in [0, 1]
 */
export function worthOf(evidence: SessionEvidence, prior: number): number {
  const { sessions, coverage, sequenced, lengths, independence } = evidence;
  const events = (sessions * lengths.p50) / Math.max(coverage, 0.01);
  const fewest = Math.max(LEAST_MIN_SESSIONS, Math.min(MOST_MIN_SESSIONS, Math.sqrt(events) / 2));
  if (sessions < fewest || sequenced < MIN_SEQUENCED || independence < MIN_INDEPENDENCE) return 0;
  if (lengths.p50 < 2 && prior < SURE_PRIOR) return 0;
  return orderOf(evidence) < MIN_ORDER ? 0 : promiseOf(evidence, prior) * orderOf(evidence);
}

/** The same without what only whole sessions show: for a sample, which cuts them. */
export function promiseOf({ coverage, sequenced, independence, reach }: SessionEvidence, prior: number): number {
  return ((coverage + sequenced) / 2) * prior * independence * (LASTING_WORTH + (1 - LASTING_WORTH) * (1 - reach));
}

/** How much more orderly the log is inside sessions, 0 for not at all. */
function orderOf({ orderBits, gainBits, likeness }: SessionEvidence): number {
  return (orderBits > 0 ? Math.max(0, gainBits / orderBits) : 0) + LIKENESS_WORTH * likeness;
}

/** @param keyOfLine -1 for a line without a key */
export function weighEvents(events: IdentifiedEvents, keyOfLine: Int32Array): SessionEvidence {
  const mined = countMined(keyOfLine);
  const lengths = events.lengths.filter((length) => length > 0).sort();
  const { orderBits, sessionBits, independence, likeness } = orderIn(events);
  const share = (lines: number) => (mined === 0 ? 0 : lines / mined);
  return {
    sessions: lengths.length,
    coverage: share(events.lines),
    sequenced: share(events.linesOfSequences),
    lengths: lengths.length === 0 ? NO_LENGTHS : quantilesOf(lengths),
    orderBits,
    gainBits: orderBits - sessionBits,
    independence,
    likeness,
    reach: reachOf(events, keyOfLine.length),
  };
}

const NO_LENGTHS: SessionLengths = { p25: 0, p50: 0, p95: 0 };

function quantilesOf(sorted: Int32Array): SessionLengths {
  return { p25: quantile(sorted, 0.25), p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95) };
}

function countMined(keyOfLine: Int32Array): number {
  let mined = 0;
  for (let line = 0; line < keyOfLine.length; line++) if ((keyOfLine[line] as number) >= 0) mined++;
  return mined;
}

/** Median over the events of how far the session of each reaches. */
function reachOf({ lengths, reaches }: IdentifiedEvents, lines: number): number {
  // One number for both sorts many sessions ten times as fast.
  const both = Float64Array.from(
    reaches,
    (reach, session) => reach * 2 ** 26 + Math.min(lengths[session] as number, 2 ** 26 - 1),
  );
  both.sort();
  const half = lengths.reduce((sum, length) => sum + length, 0) / 2;
  let events = 0;
  for (const one of both) {
    events += one % 2 ** 26;
    if (events > half) return Math.floor(one / 2 ** 26) / lines;
  }
  return 0;
}

function orderIn({ session, key, line, keys, sessions }: IdentifiedEvents) {
  const inFile = new Counts();
  const inSession = new Counts();
  const sessionOfKey = new Counts();
  const bySession = new Counts();
  const byKey = new Counts();
  const byFirstKey = new Counts();
  const lastKey = new Int32Array(sessions).fill(-1);
  let before = -1;
  for (let event = 0; event < key.length; event++) {
    const k = key[event] as number;
    const s = session[event] as number;
    if (event === 0 || line[event] !== line[event - 1]) {
      if (before >= 0) inFile.add(before * keys + k);
      before = k;
    }
    const last = lastKey[s] as number;
    if (last >= 0) inSession.add(last * keys + k);
    else byFirstKey.add(k);
    lastKey[s] = k;
    sessionOfKey.add(k * sessions + s);
    bySession.add(s);
    byKey.add(k);
  }
  const sessionBits = bitsOf(bySession);
  const keyBits = bitsOf(byKey);
  return {
    orderBits: bitsOfPairs(inFile, keys),
    sessionBits: bitsOfPairs(inSession, keys),
    independence: sessionBits === 0 ? 0 : Math.min(1, bitsOfPairs(sessionOfKey, sessions) / sessionBits),
    likeness: keyBits === 0 ? 0 : Math.max(0, 1 - bitsOf(byFirstKey) / keyBits),
  };
}

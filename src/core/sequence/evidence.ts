import type { SessionTable } from './session-table.ts';

/** How well a way to find sessions fits a log. */
export interface SessionEvidence {
  readonly sessions: number;
  /** Share of mined lines that belong to at least one session, in [0, 1]. */
  readonly coverage: number;
  /** H(next key | key, file order) - H(next key | key, inside the session), in bits; above 0 where grouping makes order predictable. */
  readonly gainBits: number;
  readonly medianLength: number;
  /**
   * H(session | key) / H(session), in [0, 1]: near 0 where the key already tells the session, as with a component's name. Such
   * an identifier names a part of the program, not one run of a task.
   */
  readonly independence: number;
  /** Share of sessions that consist of the same keys, as often, as another session, in [0, 1]. */
  readonly repetition: number;
}

/** Events that are looked at to weigh the evidence; enough for entropies of a few hundred keys. */
const EVENT_LIMIT = 200_000;

/** Below these a grouping is no set of sequences worth learning. */
const MIN_SESSIONS = 10;
const MIN_COVERAGE = 0.6;
const MIN_MEDIAN_LENGTH = 3;
const MIN_INDEPENDENCE = 0.5;
/** Where many tasks run in step, as after a restart, file order is as orderly as sessions are; then they must resemble each other. */
const MIN_REPETITION = 0.5;

/** @param sessions with the log keys of `keyOfLine` (-1 for a blank line) */
export function weighSessions(sessions: SessionTable, keyOfLine: Int32Array): SessionEvidence {
  const lines = new Set(sessions.line.subarray(0, EVENT_LIMIT));
  let mined = 0;
  for (const key of keyOfLine) if (key >= 0) mined++;
  return {
    sessions: sessions.count,
    coverage: mined === 0 ? 0 : countDistinct(sessions.line, keyOfLine.length) / mined,
    gainBits: conditionalEntropy(fileOrder(lines, keyOfLine)) - conditionalEntropy(sessionOrder(sessions)),
    medianLength: medianLength(sessions),
    independence: independenceOf(sessions),
    repetition: repetitionOf(sessions),
  };
}

/** Worth of the evidence for choosing, higher is better; 0 where it does not qualify. */
export function worthOf(evidence: SessionEvidence): number {
  const { sessions, coverage, medianLength: length, independence, gainBits, repetition } = evidence;
  if (sessions < MIN_SESSIONS || coverage < MIN_COVERAGE || length < MIN_MEDIAN_LENGTH) return 0;
  if (independence < MIN_INDEPENDENCE || (gainBits <= 0 && repetition < MIN_REPETITION)) return 0;
  return coverage * independence * (1 + Math.max(0, gainBits));
}

function countDistinct(lines: Int32Array, total: number): number {
  const seen = new Uint8Array(total);
  for (const line of lines) seen[line] = 1;
  let count = 0;
  for (const flag of seen) count += flag;
  return count;
}

function medianLength(sessions: SessionTable): number {
  const lengths = Int32Array.from(
    { length: sessions.count },
    (_, s) => (sessions.start[s + 1] as number) - (sessions.start[s] as number),
  );
  return lengths.sort()[Math.floor((lengths.length - 1) / 2)] ?? 0;
}

/** How often each second value came with each first one. */
type Pairs = Map<number, Map<number, number>>;

function addPair(pairs: Pairs, first: number, second: number): void {
  let row = pairs.get(first);
  if (row === undefined) {
    row = new Map();
    pairs.set(first, row);
  }
  row.set(second, (row.get(second) ?? 0) + 1);
}

/** Pairs (key, next key) of neighbouring lines. */
function fileOrder(lines: Set<number>, keyOfLine: Int32Array): Pairs {
  const pairs: Pairs = new Map();
  let last = -1;
  for (const line of [...lines].sort((a, b) => a - b)) {
    const key = keyOfLine[line] as number;
    if (last >= 0) addPair(pairs, last, key);
    last = key;
  }
  return pairs;
}

/** Pairs (key, next key) of neighbouring events of a session. */
function sessionOrder(sessions: SessionTable): Pairs {
  const pairs: Pairs = new Map();
  for (const { from, to } of rows(sessions)) {
    for (let event = from + 1; event < to; event++) {
      addPair(pairs, sessions.key[event - 1] as number, sessions.key[event] as number);
    }
  }
  return pairs;
}

/** The sessions that begin within the events that are looked at. */
function* rows(sessions: SessionTable): Generator<{ session: number; from: number; to: number }> {
  for (let session = 0; session < sessions.count; session++) {
    const from = sessions.start[session] as number;
    if (from > EVENT_LIMIT) return;
    yield { session, from, to: sessions.start[session + 1] as number };
  }
}

function independenceOf(sessions: SessionTable): number {
  const sessionOfKey: Pairs = new Map();
  const all: Pairs = new Map();
  for (const { session, from, to } of rows(sessions)) {
    for (let event = from; event < to; event++) {
      addPair(sessionOfKey, sessions.key[event] as number, session);
      addPair(all, 0, session);
    }
  }
  const entropy = conditionalEntropy(all);
  return entropy === 0 ? 0 : Math.min(1, conditionalEntropy(sessionOfKey) / entropy);
}

function repetitionOf(sessions: SessionTable): number {
  const shapes = new Map<string, number>();
  let total = 0;
  for (const { from, to } of rows(sessions)) {
    const shape = sessions.key.slice(from, to).sort().join();
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
    total++;
  }
  const repeated = [...shapes.values()].reduce((sum, count) => sum + (count > 1 ? count : 0), 0);
  return total === 0 ? 0 : repeated / total;
}

/**
 * H(second | first) in bits, with the Miller-Madow correction, without which many rare pairs look more orderly than they are.
 */
function conditionalEntropy(pairs: Pairs): number {
  let bits = 0;
  let total = 0;
  for (const row of pairs.values()) {
    const sum = [...row.values()].reduce((a, b) => a + b, 0);
    for (const count of row.values()) bits -= count * Math.log2(count / sum);
    bits += (row.size - 1) / (2 * Math.LN2);
    total += sum;
  }
  return total === 0 ? 0 : bits / total;
}

import type { SessionTable } from './session-table.ts';

/** How well a way to find sessions fits a log. */
export interface SessionEvidence {
  /** Share of mined lines that belong to at least one session, in [0, 1]. */
  readonly coverage: number;
  /** H(next key | key, file order) - H(next key | key, inside the session), in bits; above 0 where grouping makes order predictable. */
  readonly gainBits: number;
  readonly medianLength: number;
}

/** Events that are looked at to weigh the evidence; enough for entropies of a few hundred keys. */
const EVENT_LIMIT = 200_000;

/** Below these a grouping is no sequence worth learning. */
const MIN_COVERAGE = 0.6;
const MIN_MEDIAN_LENGTH = 3;

export function weighSessions(sessions: SessionTable, keyOfLine: Int32Array): SessionEvidence {
  const lines = new Set(sessions.line.subarray(0, EVENT_LIMIT));
  const mined = keyOfLine.reduce((sum, key) => sum + (key >= 0 ? 1 : 0), 0);
  return {
    coverage: mined === 0 ? 0 : countDistinct(sessions.line, keyOfLine.length) / mined,
    gainBits: fileOrder(lines, keyOfLine).entropyBits() - sessionOrder(sessions).entropyBits(),
    medianLength: medianLength(sessions),
  };
}

/** Worth of the evidence for choosing, higher is better; 0 where it does not qualify. */
export function worthOf(evidence: SessionEvidence): number {
  if (evidence.coverage < MIN_COVERAGE || evidence.medianLength < MIN_MEDIAN_LENGTH) return 0;
  return Math.max(0, evidence.gainBits) * evidence.coverage;
}

function countDistinct(lines: Int32Array, total: number): number {
  const seen = new Uint8Array(total);
  for (const line of lines) seen[line] = 1;
  return seen.reduce((sum, flag) => sum + flag, 0);
}

function medianLength(sessions: SessionTable): number {
  const lengths = Int32Array.from(
    { length: sessions.count },
    (_, s) => (sessions.start[s + 1] as number) - (sessions.start[s] as number),
  );
  return lengths.sort()[Math.floor((lengths.length - 1) / 2)] ?? 0;
}

/** Pairs (key, next key) of neighbouring lines. */
function fileOrder(lines: Set<number>, keyOfLine: Int32Array): Transitions {
  const pairs = new Transitions();
  let last = -1;
  for (const line of [...lines].sort((a, b) => a - b)) {
    const key = keyOfLine[line] as number;
    if (last >= 0) pairs.add(last, key);
    last = key;
  }
  return pairs;
}

function sessionOrder(sessions: SessionTable): Transitions {
  const pairs = new Transitions();
  for (let s = 0; s < sessions.count; s++) {
    const from = sessions.start[s] as number;
    if (from > EVENT_LIMIT) break;
    for (let event = from + 1; event < (sessions.start[s + 1] as number); event++) {
      pairs.add(sessions.key[event - 1] as number, sessions.key[event] as number);
    }
  }
  return pairs;
}

/** Counts of key pairs, for H(next | key). */
class Transitions {
  private readonly pairs = new Map<number, Map<number, number>>();
  private total = 0;

  add(key: number, next: number): void {
    let row = this.pairs.get(key);
    if (row === undefined) {
      row = new Map();
      this.pairs.set(key, row);
    }
    row.set(next, (row.get(next) ?? 0) + 1);
    this.total++;
  }

  /** H(next | key) with the Miller-Madow correction, without which many rare pairs look more orderly than they are. */
  entropyBits(): number {
    let bits = 0;
    for (const row of this.pairs.values()) {
      const sum = [...row.values()].reduce((a, b) => a + b, 0);
      for (const count of row.values()) bits -= count * Math.log2(count / sum);
      bits += (row.size - 1) / (2 * Math.LN2);
    }
    return this.total === 0 ? 0 : bits / this.total;
  }
}

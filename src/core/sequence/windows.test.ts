import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../base/random.ts';
import { type NamingLine, sessionsOfLines, sessionTable } from './session-table.fixture.ts';
import { range } from './split.ts';
import { type SymbolSequences, symbolSequences } from './symbol-sequences.ts';
import { buildVocabulary } from './vocabulary.ts';
import type { WindowSet } from './window-set.ts';
import { indexWindows, type JudgedRange } from './windows.ts';

const KEYS = 4;
const vocabulary = buildVocabulary([0, 1, 2]);
const sequencesOf = (sessions: readonly (readonly number[])[]) =>
  symbolSequences(sessionTable(sessions), vocabulary, KEYS);

const someSessions = fc.array(fc.array(fc.nat(KEYS - 1), { minLength: 1, maxLength: 8 }), { maxLength: 8 });
const someHistory = fc.integer({ min: 1, max: 12 });

interface Occurrence {
  readonly window: readonly number[];
  readonly next: number;
}

/** The plain sliding windows, each as it stands in its session. */
function occurrencesOf(
  sequences: SymbolSequences,
  history: number,
  sessions: readonly number[],
  judged?: JudgedRange,
): Map<number, Occurrence> {
  const found = new Map<number, Occurrence>();
  for (const s of sessions) {
    const [from = 0, to = 0] = [sequences.start[s], sequences.start[s + 1]];
    const symbols = [...new Array<number>(history).fill(vocabulary.begin), ...sequences.symbol.subarray(from, to)];
    for (let p = 0; p < to - from; p++) {
      if (judged !== undefined && (p < (judged.from[s] ?? 0) || p >= (judged.to[s] ?? 0))) continue;
      found.set(from + p, { window: symbols.slice(p, p + history), next: symbols[p + history] ?? -1 });
    }
  }
  return found;
}

const compareRows = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

/** The same as plain data: each distinct window with how often which symbol followed. */
function naiveRows(occurrences: Iterable<Occurrence>) {
  const rows = new Map<string, { window: readonly number[]; next: Map<number, number> }>();
  for (const { window, next } of occurrences) {
    const row = rows.get(window.join()) ?? { window, next: new Map<number, number>() };
    row.next.set(next, (row.next.get(next) ?? 0) + 1);
    rows.set(window.join(), row);
  }
  return [...rows.values()]
    .sort((a, b) => compareRows(a.window, b.window))
    .map(({ window, next }) => ({ window, next: [...next].sort(([a], [b]) => a - b) }));
}

function rowsOf(set: WindowSet) {
  return range(0, set.count).map((row) => ({
    window: [...set.windows.subarray(row * set.history, (row + 1) * set.history)],
    next: range(set.nextStart[row] ?? 0, set.nextStart[row + 1] ?? 0).map((at) => [
      set.nextSymbol[at],
      set.nextCount[at],
    ]),
  }));
}

describe('distinct windows', () => {
  test('are those of a plain count, in lexicographic order, for some of the sessions', () => {
    fc.assert(
      fc.property(someSessions, someHistory, fc.infiniteStream(fc.boolean()), (sessions, history, coins) => {
        const sequences = sequencesOf(sessions);
        const chosen = range(0, sessions.length).filter(() => coins.next().value);
        const occurrences = occurrencesOf(sequences, history, chosen);
        const { set } = indexWindows(sequences, history, chosen);
        expect(rowsOf(set)).toEqual(naiveRows(occurrences.values()));
        expect([set.total, set.history, set.symbols]).toEqual([occurrences.size, history, vocabulary.size]);
        expect(set.windows.length).toBe(set.count * history);
      }),
    );
  });

  test('each position points to its window and to what followed; positions that do not count to none', () => {
    const ranges = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(someSessions, someHistory, ranges, (sessions, history, bounds) => {
        const sequences = sequencesOf(sessions);
        const judged = {
          from: Int32Array.from(bounds, ([from]) => from),
          to: Int32Array.from(bounds, ([, to]) => to),
        };
        const all = range(0, sessions.length);
        const occurrences = occurrencesOf(sequences, history, all, judged);
        const { set, successor } = indexWindows(sequences, history, all, judged);
        expect(rowsOf(set)).toEqual(naiveRows(occurrences.values()));
        const windowOf = range(0, set.count).flatMap((row) =>
          range(set.nextStart[row] ?? 0, set.nextStart[row + 1] ?? 0).map(() => row),
        );
        const seen = [...successor].map((at) => {
          const row = windowOf[at];
          if (row === undefined) return undefined;
          return { window: [...set.windows.subarray(row * history, (row + 1) * history)], next: set.nextSymbol[at] };
        });
        expect(seen).toEqual(range(0, sequences.symbol.length).map((position) => occurrences.get(position)));
      }),
    );
  });

  test('of a session that counts several times are those of as many sessions', () => {
    fc.assert(
      fc.property(someSessions, someHistory, fc.integer({ min: 1, max: 4 }), (sessions, history, times) => {
        const repeated = sequencesOf(
          sessions.flatMap((session, at) => range(0, at === 0 ? times : 1).map(() => session)),
        );
        const counted = indexWindows(
          sequencesOf(sessions),
          history,
          range(0, sessions.length),
          undefined,
          new Map(sessions.length > 0 ? [[0, times]] : []),
        );
        expect(counted.set).toEqual(indexWindows(repeated, history, range(0, repeated.start.length - 1)).set);
      }),
    );
  });

  test('are the same however the lines of the sessions interleave', () => {
    fc.assert(
      fc.property(someSessions, someHistory, fc.infiniteStream(fc.nat()), (sessions, history, picks) => {
        const rest = sessions.map((keys, s) => ({ id: `s${s}`, keys: [...keys] }));
        const lines: NamingLine[] = [];
        for (;;) {
          const running = rest.filter(({ keys }) => keys.length > 0);
          const session = running[picks.next().value % running.length];
          if (session === undefined) break;
          lines.push([session.keys.shift() ?? -1, session.id]);
        }
        const interleaved = symbolSequences(sessionsOfLines(lines).sessions, vocabulary, KEYS);
        const all = range(0, sessions.length);
        expect(indexWindows(interleaved, history, all).set).toEqual(
          indexWindows(sequencesOf(sessions), history, all).set,
        );
      }),
    );
  });

  test('are found among thousands', () => {
    const random = createRandom(1);
    const sessions = range(0, 400).map(() => range(0, 20).map(() => Math.floor(KEYS * random.uniform())));
    const sequences = sequencesOf(sessions);
    const all = range(0, sessions.length);
    const { set } = indexWindows(sequences, 8, all);
    expect(set.count).toBeGreaterThan(4000);
    expect(rowsOf(set)).toEqual(naiveRows(occurrencesOf(sequences, 8, all).values()));
  });

  test('a session shorter than the history is filled up with BEGIN', () => {
    const { begin, end } = vocabulary;
    expect(rowsOf(indexWindows(sequencesOf([[2]]), 3, [0]).set)).toEqual([
      { window: [begin, begin, 2], next: [[end, 1]] },
      { window: [begin, begin, begin], next: [[2, 1]] },
    ]);
  });

  test('no session gives the empty set', () => {
    const { set, successor } = indexWindows(sequencesOf([[0, 1]]), 5, []);
    expect([set.count, set.total, set.windows.length]).toEqual([0, 0, 0]);
    expect([...set.nextStart]).toEqual([0]);
    expect([...successor]).toEqual([-1, -1, -1]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { range } from '../sequence/split.ts';
import { calibrate } from './calibrate.ts';
import { evidenceOf, KEYS } from './evidence.fixture.ts';
import type { SessionScores } from './session-scores.ts';
import { type HeldOut, heldOutScores, isFlagged, isUnexpected } from './threshold.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const someHeldOut: fc.Arbitrary<HeldOut> = fc
  .tuple(fc.array(fc.tuple(probability, fc.nat(30)), { maxLength: 200 }), fc.nat(5))
  .map(([known, unseen]) => ({ probability: known.map(([p]) => p), rank: known.map(([, rank]) => rank), unseen }));
const someBudget = fc.double({ min: 0.0001, max: 0.5, noNaN: true });
const quiet = (sessions: number, odd: readonly number[] = []): HeldOut => ({
  probability: [...range(0, sessions).map((s) => 0.1 + (0.5 * s) / sessions), ...odd],
  rank: [...range(0, sessions).map((s) => s % 4), ...odd.map(() => 25)],
  unseen: 0,
});

describe('by probability', () => {
  test('flags the share of held-out sessions that was asked for', () => {
    const heldOut = quiet(1000);
    const calibrated = calibrate(heldOut, { budget: 0.02, candidates: 'auto' });
    expect(calibrated.by).toBe('probability');
    expect(heldOut.probability.filter((p) => p < calibrated.probability)).toHaveLength(20);
  });

  test('never flags more of them, except one where there are few', () => {
    fc.assert(
      fc.property(someHeldOut, someBudget, (heldOut, budget) => {
        const calibrated = calibrate(heldOut, { budget, candidates: 'auto' });
        const flagged = heldOut.probability.filter((p) => p < calibrated.probability).length;
        const sessions = heldOut.probability.length + heldOut.unseen;
        expect(flagged).toBeLessThanOrEqual(Math.max(1, Math.floor(budget * sessions) - heldOut.unseen));
      }),
    );
  });

  test('a larger budget never flags less', () => {
    fc.assert(
      fc.property(someHeldOut, someBudget, someBudget, (heldOut, a, b) => {
        fc.pre(heldOut.probability.length > 1);
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((budget) =>
          calibrate(heldOut, { budget, candidates: 'auto' }),
        );
        expect(more?.probability).toBeGreaterThanOrEqual(less?.probability ?? Number.NaN);
        expect(more?.candidates).toBeLessThanOrEqual(less?.candidates ?? Number.NaN);
      }),
    );
  });

  test('one odd held-out session does not set the threshold', () => {
    for (const sessions of [5, 50, 500]) {
      const { probability, candidates } = calibrate(quiet(sessions, [1e-6]), { budget: 0.001, candidates: 'auto' });
      expect(probability).toBeGreaterThanOrEqual(0.1);
      expect(candidates).toBe(4);
    }
  });

  test('held-out sessions with a key never trained on use up the budget', () => {
    const heldOut = { ...quiet(990), unseen: 10 };
    const calibrated = calibrate(heldOut, { budget: 0.02, candidates: 'auto' });
    expect(heldOut.probability.filter((p) => p < calibrated.probability)).toHaveLength(10);
    expect(calibrated.validationSessions).toBe(1000);
  });

  test('without held-out sessions the budget itself is the threshold', () => {
    const none = { probability: [], rank: [], unseen: 0 };
    expect(calibrate(none, { budget: 0.001, candidates: 'auto' })).toMatchObject({
      by: 'probability',
      probability: 0.001,
      validationSessions: 0,
      promised: false,
    });
    expect(
      calibrate({ probability: [0.5], rank: [1], unseen: 0 }, { budget: 0.001, candidates: 'auto' }),
    ).toMatchObject({
      probability: 0.001,
    });
  });
});

describe('by rank', () => {
  test('g is what was asked for', () => {
    expect(calibrate(quiet(50), { budget: 0.001, candidates: 7 })).toMatchObject({ by: 'rank', candidates: 7 });
  });

  test('a larger g never flags more', () => {
    fc.assert(
      fc.property(fc.nat(40), probability, fc.integer({ min: 1, max: 40 }), fc.nat(10), (rank, p, g, more) => {
        const threshold = (candidates: number) => ({ by: 'rank', probability: 0.5, candidates }) as const;
        const flagged = (candidates: number) => isUnexpected({ rank, probability: p }, threshold(candidates));
        expect(flagged(g)).toBe(rank >= g);
        expect(Number(flagged(g + more))).toBeLessThanOrEqual(Number(flagged(g)));
      }),
    );
  });
});

describe('flagged sessions', () => {
  const { open, write, close, crash } = KEYS;
  const { scores } = evidenceOf([[open, write, close], [open, close], [crash], [open]]);
  const flaggedAt = (threshold: { by: 'rank' | 'probability'; probability: number; candidates: number }) =>
    range(0, 4).filter((session) => isFlagged(scores, session, threshold));

  test('are those below the threshold, not at it, and those with a new key', () => {
    const p = scores.probability[1] ?? Number.NaN;
    expect(flaggedAt({ by: 'probability', probability: p, candidates: 1 })).toEqual([2, 3]);
    expect(flaggedAt({ by: 'probability', probability: p * 1.01, candidates: 1 })).toEqual([1, 2, 3]);
    expect(flaggedAt({ by: 'rank', probability: 1, candidates: 2 })).toEqual([2, 3]);
    expect(flaggedAt({ by: 'rank', probability: 1, candidates: 100 })).toEqual([2]);
  });

  test('held-out scores keep sessions with a new key apart', () => {
    expect(heldOutScores(scores, [0, 2, 3])).toEqual({
      probability: [scores.probability[0], scores.probability[3]],
      rank: [scores.rank[0], scores.rank[3]],
      unseen: 1,
    });
  });

  test('a model that diverged flags everything, not nothing, though its held-out sessions are as bad', () => {
    const usual = [open, write, close];
    const { scores: diverged } = evidenceOf([usual, usual, usual, usual], {
      predict: (window) => [...window, 0, 0, 0].map(() => Number.NaN),
    });
    const calibrated = calibrate(heldOutScores(diverged, [0, 1, 2]), { budget: 0.001, candidates: 'auto' });
    const flagged = (session: number, all: SessionScores) => isFlagged(all, session, calibrated);
    expect(range(0, 4).map((session) => flagged(session, diverged))).toEqual([true, true, true, true]);
  });
});

test.each([
  [0.001, 5000, 'At most 1 false alarm in 1,000 sessions: measured on 5,000 held-out sessions.'],
  [0.01, 300, 'At most 10 false alarms in 1,000 sessions: measured on 300 held-out sessions.'],
  [
    0.001,
    100,
    'At most 1 false alarm in 1,000 sessions was asked for; with 100 held-out sessions no more than 1 in 33 can be promised.',
  ],
  [
    0.0015,
    5,
    'At most 15 false alarms in 10,000 sessions was asked for; with 5 held-out sessions nothing can be promised.',
  ],
  [
    0.0001,
    1,
    'At most 1 false alarm in 10,000 sessions was asked for; with 1 held-out session nothing can be promised.',
  ],
  [
    0.005,
    0,
    'At most 5 false alarms in 1,000 sessions was asked for; with 0 held-out sessions nothing can be promised.',
  ],
])('what can be promised at %d with %d sessions', (budget, sessions, promise) => {
  const calibrated = calibrate(quiet(sessions), { budget, candidates: 'auto' });
  expect(calibrated.promise).toBe(promise);
  expect(calibrated.promised).toBe(!promise.includes('asked for'));
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { range } from '../sequence/split.ts';
import { type CalibrationOptions, calibrate, calibrator, type NormalScores } from './calibrate.ts';
import { isFlagged, normalScores } from './ensemble.ts';
import { evidenceOf, KEYS, keyModelAlone } from './evidence.fixture.ts';
import { type HeldOut, heldOutScores, isUnexpected } from './threshold.ts';

const probability = fc.double({ min: 0, max: 1, noNaN: true });
const someNormal: fc.Arbitrary<NormalScores> = fc.record({
  surprise: fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 300 }),
  unseen: fc.nat(5),
});
const someBudget = fc.double({ min: 0.0001, max: 0.5, noNaN: true });
/** Surprises 0, 0.01, 0.02, ... of normal sessions. */
const quiet = (sessions: number, odd: readonly number[] = []): NormalScores => ({
  surprise: [...range(0, sessions).map((s) => s / 100), ...odd],
  unseen: 0,
});
const ranks = (sessions: number, odd: readonly number[] = []): HeldOut => ({
  probability: [],
  rank: [...range(0, sessions).map((s) => s % 4), ...odd],
  unseen: 0,
});
const options = (budget: number, candidates: CalibrationOptions['candidates'] = 'auto') => ({ budget, candidates });
const same = (score: number) => score;
const calibrated = (normal: NormalScores, budget: number) => calibrate(normal, ranks(20), same, options(budget));
const flaggedOf = ({ surprise }: NormalScores, threshold: number) => surprise.filter((one) => one > threshold).length;

describe('the threshold', () => {
  test('is exceeded by a new session with the chance that was asked for: as many of the known ones exceed or meet it', () => {
    const normal = quiet(999);
    expect(normal.surprise.filter((one) => one >= calibrated(normal, 0.02).surprise)).toHaveLength(20);
  });

  test('never flags more than the budget of the known sessions, except one where there are few', () => {
    fc.assert(
      fc.property(someNormal, someBudget, (normal, budget) => {
        const sessions = normal.surprise.length + normal.unseen;
        const allowed = Math.max(1, Math.floor(budget * (sessions + 1)) - normal.unseen);
        expect(flaggedOf(normal, calibrated(normal, budget).surprise)).toBeLessThanOrEqual(allowed);
      }),
    );
  });

  test('a larger budget never flags less', () => {
    fc.assert(
      fc.property(someNormal, someBudget, someBudget, (normal, a, b) => {
        fc.pre(normal.surprise.length > 0);
        const less = calibrated(normal, Math.min(a, b));
        expect(calibrated(normal, Math.max(a, b)).surprise).toBeLessThanOrEqual(less.surprise);
      }),
    );
  });

  test('one odd session does not set it', () => {
    expect(calibrated(quiet(1500, [30]), 0.001).surprise).toBe(14.99);
    for (const sessions of [5, 50, 500]) {
      expect(calibrated(quiet(sessions, [30]), 0.001).surprise).toBeCloseTo(-Math.log(0.001));
    }
    const { candidates } = calibrate(quiet(9), ranks(500, [25]), same, options(0.001));
    expect(candidates).toBe(4);
  });

  test('sessions with a key never trained on use up the budget', () => {
    const normal = { ...quiet(989), unseen: 10 };
    const { surprise, validationSessions } = calibrated(normal, 0.02);
    expect(normal.surprise.filter((one) => one >= surprise)).toHaveLength(10);
    expect(validationSessions).toBe(999);
  });

  test('without any session it is the budget itself', () => {
    const { surprise, promised, probability: p } = calibrated({ surprise: [], unseen: 0 }, 0.001);
    expect(surprise).toBeCloseTo(-Math.log(0.001));
    expect(p).toBeCloseTo(0.001);
    expect(promised).toBe(false);
  });

  test('has a probability of an event that is as unusual to the key model', () => {
    const twice = (score: number) => 2 * score;
    const { probability: p } = calibrate(quiet(501), ranks(0), twice, options(0.004));
    expect(-Math.log(p)).toBeCloseTo(4.99 / 2);
    expect(calibrate(quiet(5000), ranks(0), () => 0, options(0.001)).probability).toBe(0);
  });
});

test('scores sorted once give each budget the threshold that sorting them anew gives', () => {
  const someRanks = fc.array(fc.nat(30), { maxLength: 100 });
  fc.assert(
    fc.property(someNormal, someRanks, fc.array(someBudget, { maxLength: 5 }), (normal, rank, budgets) => {
      const heldOut = { ...ranks(0), rank, unseen: normal.unseen };
      const at = calibrator(normal, heldOut, same);
      for (const budget of budgets) {
        const { surprise, candidates } = at(options(budget));
        const descending = [...normal.surprise].sort((a, b) => b - a);
        const flagged = Math.floor(budget * (descending.length + normal.unseen + 1)) - normal.unseen;
        const measured = descending[Math.max(1, flagged - 1)] ?? descending[0] ?? 0;
        expect(surprise).toBe(flagged < 1 ? Math.max(measured, -Math.log(budget)) : measured);
        const allowed = Math.max(1, Math.floor(budget * (rank.length + normal.unseen)) - normal.unseen);
        expect(candidates).toBe(Math.max(1, ([...rank].sort((a, b) => b - a)[allowed] ?? 0) + 1));
      }
    }),
  );
});

describe('by rank', () => {
  test('g is what was asked for', () => {
    expect(calibrate(quiet(50), ranks(50), same, options(0.001, 7))).toMatchObject({ by: 'rank', candidates: 7 });
  });

  test('a larger g never flags more', () => {
    fc.assert(
      fc.property(fc.nat(40), probability, fc.integer({ min: 1, max: 40 }), fc.nat(10), (rank, p, g, more) => {
        const threshold = (candidates: number) => ({ by: 'rank', surprise: 9, probability: 0.5, candidates }) as const;
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
  const flaggedAt = (by: 'rank' | 'probability', surprise: number, candidates: number) =>
    range(0, 4).filter((session) =>
      isFlagged(keyModelAlone(scores, by === 'rank'), session, { by, surprise, probability: 0, candidates }),
    );

  test('are those beyond the threshold, not at it, and those with a new key', () => {
    const surprise = -Math.log(scores.probability[1] ?? Number.NaN);
    expect(flaggedAt('probability', surprise, 1)).toEqual([2, 3]);
    expect(flaggedAt('probability', surprise * 0.99, 1)).toEqual([1, 2, 3]);
    expect(flaggedAt('rank', 50, 2)).toEqual([2, 3]);
    expect(flaggedAt('rank', 50, 100)).toEqual([2]);
  });

  test('scores of normal sessions keep those with a new key apart', () => {
    expect(heldOutScores(scores, [0, 2, 3])).toEqual({
      probability: [scores.probability[0], scores.probability[3]],
      rank: [scores.rank[0], scores.rank[3]],
      unseen: 1,
    });
    const { surprise } = keyModelAlone(scores);
    expect(normalScores(keyModelAlone(scores), [0, 2, 3])).toEqual({ surprise: [surprise[0], surprise[3]], unseen: 1 });
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
  const found = calibrated(quiet(sessions), budget);
  expect(found.promise).toBe(promise);
  expect(found.promised).toBe(!promise.includes('asked for'));
});

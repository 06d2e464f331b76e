import { describe, expect, test } from 'vitest';
import { createRandom } from '../../base/random.ts';
import { range } from '../../sequence/split.ts';
import { ExpectedValues } from './expected-values.ts';
import { findSeries } from './find-series.ts';
import { keepForetold } from './keep-foretold.ts';
import { SERIES_KEY, seriesLog } from './series-log.fixture.ts';
import { VALUE_HISTORY, type ValueModelWeights, type ValueWindows } from './value-model.ts';

const random = createRandom(1);
const SESSIONS = 400;
const [LEARNT, HELD] = [range(0, 250), range(250, 350)];
/** From 100 to 170 and anew. */
const ramp = range(0, SESSIONS).map((session) => 100 + 10 * (session % 8));
const noise = range(0, SESSIONS).map(() => 100 + 10 * random.normal());
/** Twice the time before the line of the session before. */
const waits = range(0, SESSIONS).map(() => Math.round(400 * random.uniform()));
const echoes = range(0, SESSIONS).map((session) => 2 * (waits[session - 1] ?? 0));

/** Foretells what came eight vectors before. */
function eightBefore({ series, inputs }: ValueWindows, width: number): Float32Array {
  return Float32Array.from({ length: series.length * width }, (_, i) => {
    const [row, place] = [Math.floor(i / width), i % width];
    return inputs[(row * VALUE_HISTORY + VALUE_HISTORY - 8) * width + place] as number;
  });
}

function weightsOf(series: number, values: number): ValueModelWeights {
  const units = 1;
  return {
    shape: { series, values, history: VALUE_HISTORY, units },
    embedding: Float32Array.from({ length: series * 4 }, (_, i) => i),
    kernel: new Float32Array(4 * values),
    recurrent: new Float32Array(4),
    denseKernel: new Float32Array(values),
    denseBias: new Float32Array(values),
  };
}

describe('series', () => {
  test('a number that the ones before tell is found; noise is not', () => {
    const found = findSeries(seriesLog(ramp), LEARNT, HELD);
    expect(found?.series).toMatchObject([{ key: SERIES_KEY, places: [{ source: { kind: 'value', wildcard: 0 } }] }]);
    expect(found?.training).toMatchObject({ series: 1, values: 1, history: VALUE_HISTORY });
    expect(found?.training.training.series).toHaveLength(LEARNT.length - VALUE_HISTORY);
    expect(found?.training.heldOut.series).toHaveLength(HELD.length);
    expect(findSeries(seriesLog(noise), LEARNT, HELD)).toBeUndefined();
  });

  test('a number that the times before tell is found by them; times are inputs and no targets', () => {
    const found = findSeries(seriesLog(echoes, waits), LEARNT, HELD);
    expect(found?.series[0]?.places.map(({ source }) => source.kind)).toEqual(['value', 'since-before', 'since-same']);
    const targets = found?.training.training.targets ?? new Float32Array(0);
    expect([...targets].map(Number.isNaN).slice(0, 3)).toEqual([false, true, true]);
    expect(findSeries(seriesLog(echoes), LEARNT, HELD)).toBeUndefined();
  });

  test('too few lines to learn from or to try on have none', () => {
    expect(findSeries(seriesLog(ramp), range(0, 100), HELD)).toBeUndefined();
    expect(findSeries(seriesLog(ramp), LEARNT, range(250, 290))).toBeUndefined();
  });
});

describe('what is kept', () => {
  const found = findSeries(seriesLog(ramp), LEARNT, HELD);
  if (found === undefined) throw new Error('There is no series');
  const heldOut = eightBefore(found.training.heldOut, 1);
  const kept = keepForetold(found, { weights: weightsOf(1, 1), heldOut });

  test('is what the network foretells better than the usual value does', () => {
    expect(kept?.series[0]?.places[0]?.errors).toMatchObject({ mean: 0 });
    const blind = { weights: weightsOf(1, 1), heldOut: new Float32Array(heldOut.length) };
    expect(keepForetold(found, blind)).toBeUndefined();
  });

  test('judges another log: only what breaks the sequence is surprising, and what was due is said', () => {
    const broken = ramp.map((number, session) => (session === 380 ? 170 : number));
    const log = seriesLog(broken);
    const expected = new ExpectedValues(log, kept?.series ?? [], 1);
    expect(expected.rounds.next()).toBe(SESSIONS - VALUE_HISTORY);
    for (const [from, to] of [
      [0, 100],
      [100, SESSIONS - VALUE_HISTORY],
    ] as const) {
      expected.rounds.add(from, eightBefore(expected.rounds.windows(from, to), 1));
    }
    expect(expected.rounds.next()).toBe(VALUE_HISTORY);
    expected.rounds.add(0, eightBefore(expected.rounds.windows(0, VALUE_HISTORY), 1));
    expect(expected.rounds.next()).toBe(0);
    const eventOf = (session: number) => 2 * session + 1;
    for (const by of ['empirical', 'gaussian-99.9'] as const) {
      const judge = expected.judgedBy(by);
      expect(judge.of(eventOf(379), 0)?.surprise).toBeLessThan(3);
      expect(judge.of(eventOf(380), 0)?.surprise).toBeGreaterThan(20);
      // It stands in the history of what comes eight later, which is no odder for it.
      expect(judge.of(eventOf(388), 0)?.surprise).toBeLessThan(3);
      expect(judge.of(eventOf(380), 0)?.from).toBeCloseTo(140, 8);
      expect(judge.of(eventOf(380), 0)?.to).toBeCloseTo(140, 8);
      expect(judge.of(eventOf(VALUE_HISTORY - 1), 0)).toBeUndefined();
      expect(judge.of(eventOf(380) - 1, 0)).toBeUndefined();
    }
  });
});

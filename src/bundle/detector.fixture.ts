import type { LogKey } from '../core/base/brand.ts';
import { createRandom } from '../core/base/random.ts';
import type { ForetoldValues } from '../core/detect/expected/keep-foretold.ts';
import type { SavedEnsemble } from '../core/detect/quick-detectors.ts';
import type { KeyModelShape, KeyModelWeights } from '../core/sequence/key-model.ts';
import type { TrainingMemory } from '../core/sequence/training-memory.ts';
import type { Detector } from './detector.ts';

const key = (index: number) => index as LogKey;

export const SMALL_SHAPE: KeyModelShape = { symbols: 6, history: 4, units: 3, layers: 2 };

/** Random weights of a shape, as single-precision numbers. */
export function someWeights(shape: KeyModelShape, seed = 1): KeyModelWeights {
  const { symbols, units, layers } = shape;
  const random = createRandom(seed);
  const normal = (size: number) => Float32Array.from({ length: size }, () => 0.5 * random.normal());
  const lstm = Array.from({ length: layers }, (_, layer) => ({
    kernel: normal((layer === 0 ? symbols : units) * 4 * units),
    recurrent: normal(4 * units * units),
    bias: normal(4 * units),
  }));
  return { shape, lstm, dense: { kernel: normal(units * symbols), bias: normal(symbols) } };
}

/** A detector of a small log. */
export const DETECTOR: Detector = {
  trainedOn: { files: [{ name: 'app.log', size: 12_345 }], lines: 500, sessions: 66 },
  header: {
    separator: 'space',
    columns: [
      { name: 'time', kind: 'time', format: 'YYYY-MM-DD hh:mm:ss' },
      { name: 'level', kind: 'level', format: '' },
    ],
    timeColumn: 0,
    levelColumn: 1,
    dashBeforeContent: false,
    share: 0.99,
  },
  records: undefined,
  otherFormats: [],
  session: {
    rule: { by: 'identifier', identifier: { kind: 'token', before: '', prefix: 'blk_', body: 'number' } },
    label: 'blk_<*>',
  },
  miner: {
    templates: [['open', '<*>'], ['write', '<*>', '__proto__'], ['close', '<*>'], ['rare']],
    layers: [
      [
        { key: key(0), tokens: ['open', '<*>'] },
        { key: key(1), tokens: ['write', '<*>', '__proto__'] },
      ],
      [
        { key: key(2), tokens: ['close', '<*>'] },
        { key: key(3), tokens: ['rare'] },
      ],
    ],
    catchAll: -1,
  },
  classic: undefined,
  texts: ['open <*>', 'write <*>: __proto__', 'close “<*>”', 'rare'],
  vocabulary: [key(0), key(1), key(2)],
  rhythm: {
    unit: 'milliseconds',
    before: [
      [key(1), 250],
      [key(2), 1000.5],
    ],
    after: [[key(0), 250]],
    beginnings: [key(0)],
  },
  weights: someWeights(SMALL_SHAPE),
  heldOut: { probability: [0.25, 0.00012345, 1], rank: [1, 5, -1], unseen: 1 },
  ensemble: undefined,
  settings: { budget: 0.001, candidates: 'auto' },
  training: {
    seed: 1,
    backend: 'wasm',
    // How long an epoch took is not in the file.
    epochs: [
      { epoch: 1, trainLoss: 1.5, validationLoss: 1.4, seconds: 0 },
      { epoch: 2, trainLoss: 0.75, validationLoss: Number.NaN, seconds: 0 },
    ],
    bestEpoch: 2,
    end: 'epochs',
    windows: 400,
    distinctWindows: 40,
  },
};

const tail = { sessions: 66, highest: [6.5, 0.25], unit: 1 };

/** What the detectors beside the key model learnt of the same log. */
export const ENSEMBLE: SavedEnsemble = {
  models: {
    states: {
      markov: { symbols: 6, from: [0, 3], to: [1, 0], count: [60, 66] },
      counts: { weights: [3.5, 1, 3.25, 3.5, 3.5, 3.5], vectors: [{ symbol: [0, 1, 2], count: [1, 4, 1] }] },
      length: [3, 6],
      timing: { resolution: 1, pairs: [[key(0), key(1), null]], keys: [], repeats: [] },
      values: [],
      rate: { unit: 'milliseconds', span: 0, keys: [] },
    },
    tails: { markov: tail, counts: tail, length: tail, timing: tail, values: tail, rate: tail },
  },
  normal: { surprise: [0.5, 3.25], unseen: 1 },
};

const QUANTILES = {
  count: 80,
  low: -0.5,
  median: 0,
  high: 0.75,
  offset: null,
  share: 0.125,
  lower: { from: -0.25, scale: 0.1 },
  upper: { from: 0.25, scale: 0.1 },
};

/** A regression of the numbers in its lines. */
export const VALUES: ForetoldValues = {
  series: [
    {
      key: key(1),
      places: [
        {
          source: { kind: 'value', wildcard: 0, nth: 0, unit: 'ms' },
          scaling: { offset: null, by: 'difference', centre: 10, spread: 2.5, unit: 0.125 },
          errors: { quantiles: QUANTILES, mean: 0.0625, deviation: 0.25 },
        },
        {
          source: { kind: 'since-before' },
          scaling: { offset: 10, by: 'level', centre: 6.5, spread: 0.5, unit: 0.25 },
          errors: null,
        },
      ],
    },
  ],
  weights: {
    shape: { series: 1, values: 2, history: 10, units: 2 },
    embedding: Float32Array.of(0, 0.5, 1, 1.5, -0.25, 0, 0.25, 2),
    kernel: new Float32Array(16).fill(0.5),
    recurrent: new Float32Array(16).fill(-0.5),
    denseKernel: Float32Array.of(1, 2, 3, 4),
    denseBias: Float32Array.of(0, -1),
  },
};

/** What is kept of the lines that it learnt from. */
export const MEMORY: TrainingMemory = {
  templates: { lines: [66, 264, 66, 1], inSessions: [66, 66, 66, 0], sessions: 66 },
  training: {
    history: 4,
    symbols: 6,
    count: 2,
    windows: Int32Array.of(3, 3, 3, 3, 3, 3, 3, 0),
    nextStart: Int32Array.of(0, 1, 3),
    nextSymbol: Int32Array.of(0, 1, 2),
    nextCount: Int32Array.of(66, 60, 6),
    total: 132,
  },
  validation: {
    history: 4,
    symbols: 6,
    count: 1,
    windows: Int32Array.of(3, 3, 3, 3),
    nextStart: Int32Array.of(0, 1),
    nextSymbol: Int32Array.of(0),
    nextCount: Int32Array.of(300_000),
    total: 300_000,
  },
};

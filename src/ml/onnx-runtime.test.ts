import { InferenceSession, Tensor } from 'onnxruntime-web';
import { expect, test } from 'vitest';
import { someWeights } from '../bundle/detector.fixture.ts';
import { onnxModel } from '../bundle/onnx/onnx-model.ts';
import { createRandom } from '../core/base/random.ts';
import { predictNext } from './predict.ts';

const HISTORY = 10;
const SYMBOLS = 12;
const NAMES = Array.from({ length: SYMBOLS }, (_, symbol) => `symbol ${symbol} <*> "é"`);

/** Distinct, in lexicographic order. */
function someWindows(count: number): Int32Array {
  const random = createRandom(7);
  const windows = new Map<string, number[]>();
  while (windows.size < count) {
    const window = Array.from({ length: HISTORY }, () => Math.floor(SYMBOLS * random.uniform()));
    windows.set(window.map((symbol) => String(symbol).padStart(2, '0')).join(), window);
  }
  const sorted = [...windows].sort(([a], [b]) => (a < b ? -1 : 1));
  return Int32Array.from(sorted.flatMap(([, window]) => window));
}

test.each([1, 2, 3])(
  'ONNX Runtime opens a model of %i layers and predicts the same for 1,000 windows',
  async (layers) => {
    const weights = someWeights({ symbols: SYMBOLS, history: HISTORY, units: 7, layers }, layers);
    const windows = someWindows(1000);
    const expected = await predictNext(weights, windows, 'cpu', { signal: new AbortController().signal });
    const session = await InferenceSession.create(onnxModel(weights, NAMES));
    expect(session.inputNames).toEqual(['window']);
    expect(session.outputNames).toEqual(['probabilities']);
    const window = new Tensor('int64', BigInt64Array.from(windows, BigInt), [1000, HISTORY]);
    const { probabilities } = await session.run({ window });
    expect(probabilities?.dims).toEqual([1000, SYMBOLS]);
    const found = probabilities?.data as Float32Array;
    let worst = 0;
    expected.forEach((value, at) => {
      worst = Math.max(worst, Math.abs(value - (found[at] ?? Number.NaN)));
    });
    expect(worst).toBeLessThan(1e-5);
    await session.release();
  },
);

test('the same model is the same bytes, with the names of its symbols', () => {
  const weights = someWeights({ symbols: SYMBOLS, history: HISTORY, units: 3, layers: 2 });
  const bytes = onnxModel(weights, NAMES);
  expect(onnxModel(weights, NAMES)).toEqual(bytes);
  expect(new TextDecoder().decode(bytes)).toContain(JSON.stringify(NAMES));
});

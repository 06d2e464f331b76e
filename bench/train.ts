import * as tf from '@tensorflow/tfjs';
import { PUBLISHED_SAMPLES, sampleTexts } from '../cli/sample/published.ts';
import type { WindowSet } from '../src/core/sequence/window-set.ts';
import { DataEngine } from '../src/engine/data-engine.ts';
import { ModelEngine } from '../src/engine/model-engine.ts';
import type { Measures } from './bench.ts';
import { median } from './median.ts';

const EPOCHS = 5;
const HISTORY = 10;
/** The stock model sees this part of the sliding windows; its time is scaled up. */
const STOCK_PART = 0.1;
const STOCK_BATCH = 512;

/** One epoch of the key model on the HDFS sample, beside a stock layers model over the same sliding windows, both on WASM. */
export async function benchTrain(): Promise<Measures> {
  const { training, validation } = await sampleWindows();
  const model = new ModelEngine();
  await model.choose('wasm');
  const options = { units: 64, layers: 2, epochs: EPOCHS, patience: EPOCHS, learningRate: 0.01, seed: 1 };
  const trained = await model.train(training, validation, options, () => undefined);
  const own = median(trained.epochs.map(({ seconds }) => seconds));
  const stock = await stockEpoch(training);
  return {
    windows: training.total,
    'distinct windows': training.count,
    'seconds an epoch, with validation': own,
    'seconds an epoch, stock model over all sliding windows': stock,
    'stock / own': stock / own,
  };
}

async function sampleWindows() {
  const sample = PUBLISHED_SAMPLES.find(({ kind }) => kind.name === 'hdfs');
  if (sample === undefined) throw new Error('There is no sample named hdfs');
  const bytes = new TextEncoder().encode(sampleTexts(sample).log);
  const source = { name: 'hdfs.log', size: bytes.length, read: async (a: number, b: number) => bytes.slice(a, b) };
  const data = new DataEngine();
  const opened = await data.openSources([source], () => undefined);
  const grouped = await data.group({ rule: 'auto', trainingShare: 0.6 });
  const sets = await data.windows(HISTORY);
  if (opened === 'cancelled' || !opened.ok || !grouped.ok || !sets.ok) throw new Error('The sample cannot be read');
  return sets.value;
}

/** Seconds that `model.fit` needs for all sliding windows: one-hot input, two LSTM layers, softmax cross-entropy, Adam. */
async function stockEpoch(set: WindowSet): Promise<number> {
  const windows = Math.max(STOCK_BATCH, Math.round(set.total * STOCK_PART));
  const model = tf.sequential({
    layers: [
      tf.layers.lstm({ units: 64, returnSequences: true, inputShape: [set.history, set.symbols] }),
      tf.layers.lstm({ units: 64 }),
      tf.layers.dense({ units: set.symbols, activation: 'softmax' }),
    ],
  });
  model.compile({ optimizer: tf.train.adam(0.01, 0.9, 0.999, 1e-7), loss: 'categoricalCrossentropy' });
  const rows = Int32Array.from(
    { length: windows * set.history },
    (_, i) => set.windows[i % set.windows.length] as number,
  );
  const next = Int32Array.from({ length: windows }, (_, i) => set.nextSymbol[i % set.nextSymbol.length] as number);
  const oneHot = (symbols: Int32Array) => tf.oneHot(tf.tensor1d(symbols, 'int32'), set.symbols).toFloat();
  const inputs = oneHot(rows).reshape([windows, set.history, set.symbols]);
  const fitOnce = () =>
    model.fit(inputs, oneHot(next), { batchSize: STOCK_BATCH, epochs: 1, verbose: 0, yieldEvery: 'never' });
  await fitOnce();
  const started = performance.now();
  await fitOnce();
  return (((performance.now() - started) / 1000) * set.total) / windows;
}

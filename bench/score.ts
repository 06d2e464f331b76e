import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { nodeSource } from '../cli/analyze/node-source.ts';
import { scannerFile } from '../cli/wasm/scanner-file.ts';
import { DEFAULT_SETTINGS, detectOptions, scoreAndDetect, type Threads } from '../src/app/pipeline.ts';
import { layersModelJson, packWeights, weightSpecs } from '../src/bundle/layers-model.ts';
import type { KeyModelWeights, TrainedKeyModel } from '../src/core/sequence/key-model.ts';
import { DataEngine } from '../src/engine/data-engine.ts';
import { ModelEngine } from '../src/engine/model-engine.ts';
import { expectValue } from '../src/engine/pipeline.fixture.ts';
import type { BenchOptions, Measures } from './bench.ts';
import { median, timed } from './median.ts';
import { scoreFileRounds } from './score-file.ts';
import { hdfsLines, withTemporaryLog } from './temporary-log.ts';

const DEFAULT_LINES = 1_000_000;
const ROUNDS = 3;
const HISTORY = 10;
const NETWORK = { units: 64, layers: 2, epochs: 3, patience: 3, learningRate: 0.01, seed: 1 };
/** The stock model gets so many sliding windows; its time is scaled up. */
const STOCK_WINDOWS = 2048;
const STOCK_BATCH = 512;
const OPTIONS = detectOptions(DEFAULT_SETTINGS);

/** The sessions of a log scored by distinct windows, beside stock layers that are given every sliding window, both on WASM. */
export function benchScore({ lines = DEFAULT_LINES }: BenchOptions): Promise<Measures> {
  return withTemporaryLog(hdfsLines(lines), async (path) => {
    const data = new DataEngine();
    const events = await readEvents(data, path);
    const threads = { data, model: new ModelEngine() };
    const trained = await learn(threads);
    const { weights } = trained;
    const own = await scoreRounds(threads, weights);
    const stock = await stockRounds(threads, weights);
    const file = await data.saveDetector(trained);
    const saved = await savedRounds(path, file, threads.model);
    const kernel = new WebAssembly.Module(readFileSync(await scannerFile()));
    const ofFile = await scoreFileRounds(path, lines, file, threads.model, kernel);
    const toScores = events / median(own.toScores);
    return {
      events,
      'distinct windows': own.windows,
      'events/s, to scores': toScores,
      'events/s, to findings': events / median(own.toFindings),
      'events/s, to findings by a detector file': events / median(saved.toFindings),
      'times the model alone, by a detector file': median(saved.toFindings) / median(saved.toScores),
      'events/s of processor time, to scores': events / median(own.processor),
      'seconds to move the threshold': median(own.moved),
      'events/s, stock layers over each sliding window': stock.perSecond,
      'times the stock layers': toScores / stock.perSecond,
      'largest difference of a probability': stock.difference,
      ...ofFile,
    };
  });
}

/** @returns how many events stand in sessions */
async function readEvents(data: DataEngine, path: string): Promise<number> {
  expectValue(await data.openSources([expectValue(await nodeSource(path))], () => undefined));
  const { sessions } = expectValue(await data.group({ rule: 'auto', trainingShare: 0.6 }));
  return sessions.rows.events.reduce((sum, events) => sum + events, 0);
}

/** A few passes, so that about as many sessions are odd, and explained, as usual. */
async function learn({ data, model }: Threads): Promise<TrainedKeyModel> {
  const { training, validation } = expectValue(await data.windows(HISTORY));
  await model.choose('wasm');
  return model.train(training, validation, NETWORK, () => undefined);
}

/** Seconds of each round: until the model has scored all windows, until findings, of processor time, and for another budget. */
async function scoreRounds(threads: Threads, weights: KeyModelWeights) {
  const rounds = {
    toScores: [] as number[],
    toFindings: [] as number[],
    processor: [] as number[],
    moved: [] as number[],
  };
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    const cpu = process.cpuUsage();
    const scored = (share: number) => {
      if (share < 1) return;
      rounds.toScores.push((performance.now() - started) / 1000);
      const { user, system } = process.cpuUsage(cpu);
      rounds.processor.push((user + system) / 1e6);
    };
    await timed(rounds.toFindings, () => scoreAndDetect(threads, weights, OPTIONS, { scored }));
    await timed(rounds.moved, () => threads.data.detect({ ...OPTIONS, budget: (round + 2) * OPTIONS.budget }));
  }
  return { ...rounds, windows: await threads.data.beginScoring(HISTORY) };
}

/** The same log by a detector file, which has learnt everything: what it takes to score, with the model alone and with all detectors. */
async function savedRounds(path: string, file: Uint8Array<ArrayBuffer>, model: ModelEngine) {
  const data = new DataEngine();
  const { weights } = expectValue(await data.openDetector(file, 'bench.deeplog')).trained;
  await readEvents(data, path);
  return scoreRounds({ data, model }, weights);
}

/** The model that `tf.loadLayersModel` makes of the same weights; it gets a window as often as it occurs. */
async function stockRounds({ data, model }: Threads, weights: KeyModelWeights) {
  const { symbols } = weights.shape;
  const stock = await loadStock(weights);
  const windows = await data.scoringWindows(0, STOCK_WINDOWS);
  const count = windows.length / HISTORY;
  const predict = () =>
    tf.tidy(() => {
      const oneHot = tf.oneHot(tf.tensor2d(windows, [count, HISTORY], 'int32'), symbols);
      return (stock.predict(oneHot, { batchSize: STOCK_BATCH }) as tf.Tensor).dataSync();
    });
  const probabilities = predict();
  const expected = await model.predict(windows);
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) await timed(seconds, predict);
  stock.dispose();
  const difference = expected.reduce((most, p, i) => Math.max(most, Math.abs(p - (probabilities[i] ?? 0))), 0);
  return { perSecond: count / median(seconds), difference };
}

function loadStock(weights: KeyModelWeights): Promise<tf.LayersModel> {
  const json = layersModelJson(weights.shape) as { readonly modelTopology: object };
  const specs = weightSpecs(weights.shape).map((spec) => ({ ...spec, shape: [...spec.shape] }));
  const weightData = Uint8Array.from(packWeights(weights)).buffer;
  return tf.loadLayersModel(tf.io.fromMemory({ modelTopology: json.modelTopology, weightSpecs: specs, weightData }));
}

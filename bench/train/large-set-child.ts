import { createRandom } from '../../src/core/base/random.ts';
import type { WindowSet } from '../../src/core/sequence/window-set.ts';
import { activateBackend } from '../../src/ml/backend.ts';
import { KeyModelTrainer } from '../../src/ml/trainer.ts';
import { processorClock } from '../median.ts';
import { HISTORY, OPTIONS } from './compare.ts';

export interface LargeSetUse {
  /** Of the whole process, in bytes. */
  readonly peakRss: number;
  readonly processorSecondsPerUpdate: number;
  readonly updatesPerPass: number;
}

/** Updates that are made; memory no longer grows after the first few. */
const UPDATES = 12;
const [windows = '', keys = ''] = process.argv.slice(2);

/** Distinct windows of many keys; what follows depends on the last one. */
function randomWindows(count: number, symbols: number): WindowSet {
  const random = createRandom(1);
  const distinct = new Set<string>();
  const rows: number[][] = [];
  while (rows.length < count) {
    // Half of the positions take few values, so that windows share prefixes as those of a log do.
    const row = Array.from({ length: HISTORY }, (_, at) => Math.floor(random.uniform() * (at % 2 ? symbols : 8)));
    const name = row.join(' ');
    if (!distinct.has(name)) rows.push(row);
    distinct.add(name);
  }
  rows.sort((a, b) => {
    const place = a.findIndex((symbol, index) => symbol !== b[index]);
    return (a[place] ?? 0) - (b[place] ?? 0);
  });
  return {
    history: HISTORY,
    symbols,
    count,
    windows: Int32Array.from(rows.flat()),
    nextStart: Int32Array.from({ length: count + 1 }, (_, row) => row),
    nextSymbol: Int32Array.from(rows, (row) => ((row.at(-1) ?? 0) + 1) % symbols),
    nextCount: new Int32Array(count).fill(1),
    total: count,
  };
}

async function measure(set: WindowSet): Promise<LargeSetUse> {
  await activateBackend('wasm');
  const trainer = new KeyModelTrainer(set, undefined, OPTIONS, 'wasm');
  let updates = 0;
  let started = processorClock();
  const pacing = { signal: new AbortController().signal, shouldStop: () => updates === UPDATES };
  await trainer.pass(OPTIONS.learningRate, pacing, () => {
    if (updates++ === 0) started = processorClock();
  });
  return {
    peakRss: process.resourceUsage().maxRSS * 1024,
    processorSecondsPerUpdate: (processorClock() - started) / (UPDATES - 1),
    updatesPerPass: trainer.updatesPerPass,
  };
}

process.send?.(await measure(randomWindows(Number(windows), Number(keys))));

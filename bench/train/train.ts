import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Measures } from '../bench.ts';
import { inChild } from '../in-child.ts';
import { processorClock } from '../median.ts';
import { type Comparison, compare } from './compare.ts';
import type { LargeSetUse } from './large-set-child.ts';
import { reachLoss } from './reach-loss.ts';
import { webglComparison } from './webgl.ts';

const SESSIONS = '../shared/data/hdfs/train_normal.txt';
const ON_WASM = { passes: 2, steps: 8 };
const ON_WEBGL = { passes: 1, steps: 3 };
/** Nats an event. */
const GOAL = 0.26;
const LARGE_SET = { windows: 1_000_000, keys: 5000 };

/** The key model on real sessions beside stock layers, on WASM and WebGL; how soon it has learnt; memory for a large set. */
export async function benchTrain(): Promise<Measures> {
  if (!existsSync(SESSIONS)) throw new Error(`There are no sessions to train on: ${SESSIONS} is missing`);
  const text = readFileSync(SESSIONS, 'utf8');
  const [load = Number.NaN] = loadavg();
  const reached = await reachLoss(text, GOAL);
  const wasm = await compare(text, 'wasm', ON_WASM, processorClock);
  const webgl = await webglComparison(text, ON_WEBGL);
  const large = await inChild<LargeSetUse>('train/large-set-child.ts', [
    String(LARGE_SET.windows),
    String(LARGE_SET.keys),
  ]);
  return {
    'load average at the start': load,
    windows: wasm.windows,
    'distinct windows': wasm.distinct,
    [`passes to a loss of ${GOAL} nats an event`]: reached.passes,
    'seconds to it': reached.seconds,
    'processor seconds to it': reached.processorSeconds,
    ...named('WASM, processor seconds', wasm),
    ...named('WebGL in software, seconds', webgl),
    [`updates a pass over ${LARGE_SET.windows} distinct windows of ${LARGE_SET.keys} keys`]: large.updatesPerPass,
    'processor seconds an update of it': large.processorSecondsPerUpdate,
    'peak RSS of it, MB': large.peakRss / 1e6,
  };
}

function named(where: string, { own, ownInOneUpdate, stock, lossDifference, lossAtLast }: Comparison): Measures {
  return {
    [`${where} a pass`]: own,
    [`${where} a pass, all windows in one update`]: ownInOneUpdate,
    [`${where} a pass, stock layers`]: stock,
    [`${where}, stock / own`]: stock / own,
    [`${where}, stock / own in one update`]: stock / ownInOneUpdate,
    [`${where}, largest difference of a loss`]: lossDifference,
    [`${where}, last loss compared`]: lossAtLast,
  };
}

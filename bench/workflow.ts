import { disturbed, randomWorkflow, walk } from '../cli/workflow/random-workflow.ts';
import { createRandom } from '../src/core/base/random.ts';
import type { SessionTable } from '../src/core/sequence/session-table.ts';
import { buildWorkflow } from '../src/core/workflow/workflow.ts';
import type { BenchOptions, Measures } from './bench.ts';
import { median, processorClock, timed } from './median.ts';

const DEFAULT_SESSIONS = 1_000_000;
const ROUNDS = 5;
/** Sessions that are made; the log repeats them. */
const DISTINCT = 20_000;
const NOISE = 0.1;

/** The workflow of N sessions of a generated one, by the processor's clock and the one on the wall. */
export async function benchWorkflow({ lines: sessions = DEFAULT_SESSIONS }: BenchOptions): Promise<Measures> {
  const table = generateSessions(sessions);
  const all = Array.from({ length: sessions }, (_, session) => session);
  const wall: number[] = [];
  const processor: number[] = [];
  let variants = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { tasks } = await timed(processor, () => timed(wall, () => buildWorkflow(table, all)), processorClock);
    variants = tasks[0]?.variants ?? 0;
  }
  return {
    sessions,
    events: table.key.length,
    'distinct sessions': variants,
    'seconds to the workflow': median(wall),
    'processor seconds to the workflow': median(processor),
  };
}

function generateSessions(count: number): SessionTable {
  const random = createRandom(1);
  const { tree, keys: all } = randomWorkflow(random);
  const pool = Array.from({ length: Math.min(count, DISTINCT) }, () => {
    const keys = walk(tree, random);
    return random.uniform() < NOISE ? disturbed(keys, all, random) : keys;
  });
  const start = new Int32Array(count + 1);
  const keys: number[] = [];
  for (let session = 0; session < count; session++) {
    for (const key of pool[Math.floor(random.uniform() * pool.length)] ?? []) keys.push(key);
    start[session + 1] = keys.length;
  }
  const time = Float64Array.from(keys, (_, event) => 3 * event + random.uniform());
  return { count, ids: [], start, key: Int32Array.from(keys), line: Int32Array.from(keys.keys()), time };
}

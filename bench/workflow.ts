import { disturbed, randomWorkflow, walk } from '../cli/workflow/random-workflow.ts';
import { createRandom } from '../src/core/base/random.ts';
import type { SessionTable } from '../src/core/sequence/session-table.ts';
import { startedSessions } from '../src/core/workflow/started-sessions.ts';
import { buildWorkflow } from '../src/core/workflow/workflow.ts';
import type { BenchOptions, Measures } from './bench.ts';
import { median, processorClock, timed } from './median.ts';

const DEFAULT_SESSIONS = 1_000_000;
const ROUNDS = 5;
/** Sessions that are made; the log repeats them. */
const DISTINCT = 20_000;
const NOISE = 0.1;

/** Beside one task: so many that share a log, none of which a line says to start another. */
const TASKS = 16;

/** The workflow of N sessions of a generated one, and of N sessions of several, by the processor's clock and the one on the wall. */
export async function benchWorkflow({ lines: sessions = DEFAULT_SESSIONS }: BenchOptions): Promise<Measures> {
  const one = await measure(sessions, 1);
  const several = await measure(sessions, TASKS);
  return {
    sessions,
    events: one.events,
    'distinct sessions': one.distinct,
    'seconds to the workflow': one.wall,
    'processor seconds to the workflow': one.processor,
    [`processor seconds, ${TASKS} tasks`]: several.processor,
  };
}

async function measure(sessions: number, tasks: number) {
  const table = generateSessions(sessions, tasks);
  const all = Array.from({ length: sessions }, (_, session) => session);
  const wall: number[] = [];
  const processor: number[] = [];
  let distinct = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const workflow = await timed(
      processor,
      () => timed(wall, () => buildWorkflow(startedSessions(table), all)),
      processorClock,
    );
    distinct = workflow.tasks.reduce((sum, { variants }) => sum + variants, 0);
  }
  return { events: table.key.length, distinct, wall: median(wall), processor: median(processor) };
}

/** Sessions of the tasks by turns. */
function generateSessions(count: number, tasks: number): SessionTable {
  const random = createRandom(1);
  const pools: (readonly (readonly number[])[])[] = [];
  for (let task = 0, before = 0; task < tasks; task++) {
    const { tree, keys: own } = randomWorkflow(random);
    pools.push(
      Array.from({ length: Math.ceil(Math.min(count, DISTINCT) / tasks) }, () => {
        const keys = walk(tree, random);
        const noisy = random.uniform() < NOISE ? disturbed(keys, own, random) : keys;
        return noisy.map((key) => before + key);
      }),
    );
    before += own;
  }
  const start = new Int32Array(count + 1);
  const keys: number[] = [];
  for (let session = 0; session < count; session++) {
    const pool = pools[session % tasks] ?? [];
    for (const key of pool[Math.floor(random.uniform() * pool.length)] ?? []) keys.push(key);
    start[session + 1] = keys.length;
  }
  const time = Float64Array.from(keys, (_, event) => 3 * event + random.uniform());
  return { count, ids: [], start, key: Int32Array.from(keys), line: Int32Array.from(keys.keys()), time };
}

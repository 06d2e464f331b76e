import { createRandom } from '../../src/core/base/random.ts';
import { sessionTable } from '../../src/core/sequence/session-table.fixture.ts';
import type { SessionTable } from '../../src/core/sequence/session-table.ts';
import { range } from '../../src/core/sequence/split.ts';
import { keysOf, type ProcessTree } from '../../src/core/workflow/process-tree.ts';
import { type WorkflowQuality, workflowQuality } from '../../src/core/workflow/quality.ts';
import { startedSessions } from '../../src/core/workflow/started-sessions.ts';
import { variantsOf } from '../../src/core/workflow/variants.ts';
import { buildWorkflow, type Workflow } from '../../src/core/workflow/workflow.ts';
import { CONSTRUCTS, disturbed, randomWorkflow, walk, within } from './random-workflow.ts';

/** What is planted: the constructs within a task, steps in order around them, and a step that starts sessions of another task. */
export const PLANTED = ['sequence', ...CONSTRUCTS, 'spawn'] as const;
export type Planted = (typeof PLANTED)[number];

export interface WorkflowAccuracy {
  readonly seeds: number;
  /** Means over the seeds. */
  readonly quality: WorkflowQuality;
  /** Shares of the seeds in which the construct was found, in [0, 1]. */
  readonly found: Readonly<Record<Planted, number>>;
}

/** Share of the sessions that are disturbed. */
const NOISE = 0.1;

export interface GeneratedLog {
  readonly table: SessionTable;
  readonly main: ReturnType<typeof randomWorkflow>;
  readonly child: ReturnType<typeof randomWorkflow>;
  /** A step of the main task, whose line is the first of a session of the other. */
  readonly spawnKey: number;
}

/** Generated workflows, a tenth of whose sessions do something else once, and what is found of them. @param sessions of each task */
export function measureWorkflows(seeds: number, sessions: number): WorkflowAccuracy {
  return meanOf(Array.from({ length: seeds }, (_, at) => measureOne(at + 1, sessions)));
}

/** What one workflow was compared with what made the log. */
export interface Compared {
  readonly quality: WorkflowQuality;
  readonly found: ReadonlySet<Planted>;
}

export function meanOf(results: readonly Compared[]): WorkflowAccuracy {
  const mean = (of: (result: Compared) => number) =>
    results.reduce((sum, result) => sum + of(result), 0) / results.length;
  return {
    seeds: results.length,
    quality: {
      fitness: mean(({ quality }) => quality.fitness),
      precision: mean(({ quality }) => quality.precision),
      generalisation: mean(({ quality }) => quality.generalisation),
      simplicity: mean(({ quality }) => quality.simplicity),
    },
    found: Object.fromEntries(
      PLANTED.map((planted) => [planted, mean(({ found }) => Number(found.has(planted)))]),
    ) as Record<Planted, number>,
  };
}

function measureOne(seed: number, sessions: number): Compared {
  const log = generateLog(seed, sessions, NOISE);
  return compared(log, buildWorkflow(startedSessions(log.table), range(0, log.table.count)));
}

/** What is found of the main task, and how well its workflow tells what its sessions do. */
export function compared(log: GeneratedLog, workflow: Workflow): Compared {
  const tree = treeWith(workflow, 0);
  const own = range(0, log.table.count).filter((session) => session % 2 === 0);
  const quality = workflowQuality(tree, variantsOf(startedSessions(log.table), own));
  return { quality, found: foundIn(log, workflow, tree) };
}

/** The task that has a key. */
function treeWith({ tasks }: Workflow, key: number): ProcessTree {
  return tasks.find(({ tree }) => keysOf(tree).some((own) => own === key))?.tree ?? { is: 'nothing' };
}

function foundIn({ main, child, spawnKey }: GeneratedLog, workflow: Workflow, tree: ProcessTree): ReadonlySet<Planted> {
  const names = new Set(within(tree).map(nameOf));
  const found = new Set<Planted>(CONSTRUCTS.filter((construct) => isFound(main.planted.get(construct), names)));
  if (inOrder(tree, main.tree)) found.add('sequence');
  const taskOf = (key: number) => workflow.tasks.findIndex((task) => keysOf(task.tree).some((own) => own === key));
  const [from, to] = [taskOf(0), taskOf(keysOf(child.tree).at(-1) ?? -1)];
  if (workflow.spawns.some((spawn) => spawn.from === from && spawn.to === to && spawn.key === spawnKey))
    found.add('spawn');
  return found;
}

const isFound = (planted: ProcessTree | undefined, names: ReadonlySet<string>) =>
  planted !== undefined && names.has(nameOf(planted));

/** The steps between the planted constructs follow one another at the top. */
function inOrder(tree: ProcessTree, truth: ProcessTree): boolean {
  const single = (whole: ProcessTree) =>
    whole.is === 'sequence' ? whole.parts.flatMap((part) => (part.is === 'step' ? [part.key] : [])) : [];
  const own = single(tree);
  const wanted = single(truth);
  return wanted.every((key) => own.includes(key)) && own.filter((key) => wanted.includes(key)).join() === wanted.join();
}

/** The same for trees that mean the same. */
function nameOf(tree: ProcessTree): string {
  if (tree.is === 'step') return String(tree.key);
  if (tree.is === 'nothing') return '-';
  if (tree.is === 'loop') return `loop(${nameOf(tree.body)}; ${tree.again.map(nameOf).sort().join()})`;
  const parts = tree.parts.map(nameOf);
  return `${tree.is}(${(tree.is === 'sequence' ? parts : parts.sort()).join()})`;
}

/** Sessions of the main task and of the one that it starts, by turns. @param noise share of the first that are disturbed */
export function generateLog(seed: number, sessions: number, noise: number): GeneratedLog {
  const random = createRandom(7919 * seed);
  const main = randomWorkflow(random);
  const other = randomWorkflow(random);
  const child = { ...other, tree: shifted(other.tree, main.keys) };
  const rows: { key: number; line: number }[][] = [];
  const spawnKey = keysOf(main.tree).at(-1) as number;
  let line = 0;
  const noisy = (tree: ProcessTree) => {
    const keys = walk(tree, random);
    return random.uniform() < noise ? disturbed(keys, main.keys, random) : keys;
  };
  for (let session = 0; session < sessions; session++) {
    const own = noisy(main.tree).map((key) => ({ key, line: line++ }));
    const start = own.findLast(({ key }) => key === spawnKey);
    const started = walk(child.tree, random).map((key) => ({ key, line: line++ }));
    rows.push(own, start === undefined ? started : [start, ...started]);
  }
  return { table: tableOf(rows), main, child, spawnKey };
}

function shifted(tree: ProcessTree, by: number): ProcessTree {
  if (tree.is === 'step') return { is: 'step', key: (tree.key + by) as typeof tree.key };
  if (tree.is === 'nothing') return tree;
  if (tree.is !== 'loop') return { is: tree.is, parts: tree.parts.map((part) => shifted(part, by)) };
  return { is: 'loop', body: shifted(tree.body, by), again: tree.again.map((part) => shifted(part, by)) };
}

/** Ten milliseconds a line. */
function tableOf(rows: readonly (readonly { key: number; line: number }[])[]): SessionTable {
  const keys = rows.map((row) => row.map(({ key }) => key));
  const times = rows.map((row) => row.map(({ line }) => 10 * line));
  return { ...sessionTable(keys, times), line: Int32Array.from(rows.flat(), ({ line }) => line) };
}

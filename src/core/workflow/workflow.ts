import type { LogKey } from '../base/brand.ts';
import { largest } from '../base/largest.ts';
import { byCount } from '../sequence/frequent-keys.ts';
import type { SessionTable } from '../sequence/session-table.ts';
import { discoverWorkflow } from './discover.ts';
import { keysOf, type ProcessTree } from './process-tree.ts';
import { findSpawns, type Spawn } from './spawns.ts';
import { startedSessions, type WorkflowSessions } from './started-sessions.ts';
import { type WorkflowEdge, workflowEdges } from './step-times.ts';
import { type Task, tasksOf } from './tasks.ts';
import { type Variant, variantsOf } from './variants.ts';

/** What sessions usually do, learnt from some of them. */
export interface Workflow {
  /** With most sessions first. */
  readonly tasks: readonly TaskWorkflow[];
  readonly spawns: readonly Spawn[];
}

export interface TaskWorkflow {
  readonly tree: ProcessTree;
  readonly sessions: number;
  /** Distinct sequences of keys. */
  readonly variants: number;
  /** How often each key occurs, most frequent first. */
  readonly steps: readonly { readonly key: LogKey; readonly count: number }[];
  /** Keys that are too rare to be part of the workflow, ascending. */
  readonly rare: readonly LogKey[];
  readonly edges: readonly WorkflowEdge[];
}

/** Keys that are looked at; all others are rarer. */
const MOST_KEYS = 1000;
/** Variants that a tree is made of; behind them a session in many is like no other. */
const MOST_VARIANTS = 5000;

/**
 * The workflow of each task in a log, the same whatever the order of the sessions. Workflow construction: DeepLog, section 3.3; by
 * which events follow one another inside sessions.
 *
 * @param sessions indices of the sessions to learn from; those that the data cuts off would look ended early
 */
export function buildWorkflow(table: SessionTable, sessions: readonly number[]): Workflow {
  const all = startedSessions(table);
  const tasks = tasksOf(variantsOf(all, sessions), MOST_KEYS);
  const taskOf = tasksOfSessions(all, sessions, tasks);
  const own = tasks.map((): number[] => []);
  for (const session of sessions) own[taskOf[session] as number]?.push(session);
  return {
    tasks: tasks.map((task, at) => taskWorkflow(all, task, own[at] ?? [])),
    spawns: findSpawns(all, taskOf, tasks.length),
  };
}

/** By session, the index of the task that most of its events belong to; -1 for none, and for those that are not asked for. */
function tasksOfSessions(
  { table: { key, count }, from, to }: WorkflowSessions,
  sessions: Iterable<number>,
  tasks: readonly Task[],
) {
  const taskOfKey = new Int32Array(largest(key) + 1).fill(-1);
  tasks.forEach(({ keys }, task) => {
    for (const own of keys) taskOfKey[own] = task;
  });
  const taskOf = new Int32Array(count).fill(-1);
  const events = new Int32Array(tasks.length);
  for (const session of sessions) {
    events.fill(0);
    const end = to[session] as number;
    for (let event = from[session] as number; event < end; event++) {
      const task = taskOfKey[key[event] as number] as number;
      if (task >= 0) events[task] = (events[task] as number) + 1;
    }
    const most = largest(events);
    taskOf[session] = most > 0 ? events.indexOf(most) : -1;
  }
  return taskOf;
}

function taskWorkflow(all: WorkflowSessions, task: Task, sessions: readonly number[]): TaskWorkflow {
  const tree = discoverWorkflow(task.variants.slice(0, MOST_VARIANTS));
  const usual = new Set<number>(keysOf(tree));
  return {
    tree,
    sessions: task.sessions,
    variants: task.variants.length,
    steps: countSteps(task.variants),
    rare: (task.keys as readonly LogKey[]).filter((key) => !usual.has(key)),
    edges: workflowEdges(all, task.keys, sessions),
  };
}

function countSteps(variants: readonly Variant[]): TaskWorkflow['steps'] {
  const counts = new Map<number, number>();
  for (const { keys, count } of variants) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + count);
  return byCount(counts).map(([key, count]) => ({ key: key as LogKey, count }));
}

import type { LogKey } from '../base/brand.ts';
import { byCount } from '../sequence/frequent-keys.ts';
import { discoverWorkflow } from './discover.ts';
import { keysOf, type ProcessTree } from './process-tree.ts';
import { MainTask } from './session-tasks.ts';
import type { Spawn } from './spawn.ts';
import { findSpawns } from './spawns.ts';
import type { WorkflowSessions } from './started-sessions.ts';
import { type WorkflowEdge, workflowEdges } from './step-times.ts';
import { type Task, tasksOf } from './tasks.ts';
import { type LearntSessions, learntSessions, type Variant } from './variants.ts';

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
  /** The most frequent of them, in that order. */
  readonly usual: readonly Variant[];
  /** How often each key occurs, most frequent first. */
  readonly steps: readonly { readonly key: LogKey; readonly count: number }[];
  /** Keys that are too rare to be part of the workflow, ascending. */
  readonly rare: readonly LogKey[];
  readonly edges: readonly WorkflowEdge[];
}

/** Keys that are looked at; all others are rarer. */
const MOST_KEYS = 1000;
/** Variants that a tree is made of; behind them a session in many is like no other. */
export const MOST_VARIANTS = 5000;
/** Variants that are kept, for sessions to be compared with. */
const MOST_USUAL = 300;

/**
 * The workflow of each task in a log, the same whatever the order of the sessions. Workflow construction: DeepLog, section 3.3; by
 * which events follow one another inside sessions.
 *
 * @param sessions indices of the sessions to learn from; those that the data cuts off would look ended early
 */
export function buildWorkflow(all: WorkflowSessions, sessions: readonly number[]): Workflow {
  const learnt = learntSessions(all, sessions);
  const tasks = tasksOf(learnt.variants, MOST_KEYS);
  const keysOfTasks = tasks.map(({ keys }) => keys);
  const taskOf = tasksOfVariants(learnt.variants, keysOfTasks);
  const edges = workflowEdges(learnt, taskOf, keysOfTasks);
  return {
    tasks: tasks.map((task, at) => taskWorkflow(task, edges[at] ?? [])),
    spawns: findSpawns(all, bySession(learnt, taskOf), keysOfTasks),
  };
}

function tasksOfVariants(variants: readonly Variant[], keysOfTasks: readonly (readonly number[])[]): Int32Array {
  const mainTask = new MainTask(keysOfTasks);
  return Int32Array.from(variants, ({ keys }) => mainTask.of(keys, 0, keys.length));
}

/** By session of the log, what is known by variant; -1 for sessions that are not learnt from. */
function bySession({ all, sessions, variantOf }: LearntSessions, byVariant: Int32Array): Int32Array {
  const of = new Int32Array(all.table.count).fill(-1);
  for (let row = 0; row < sessions.length; row++) {
    of[sessions[row] as number] = byVariant[variantOf[row] as number] as number;
  }
  return of;
}

function taskWorkflow(task: Task, edges: readonly WorkflowEdge[]): TaskWorkflow {
  const tree = discoverWorkflow(task.variants.slice(0, MOST_VARIANTS));
  const usual = new Set<number>(keysOf(tree));
  return {
    tree,
    sessions: task.sessions,
    variants: task.variants.length,
    usual: task.variants.slice(0, MOST_USUAL),
    steps: countSteps(task.variants),
    rare: (task.keys as readonly LogKey[]).filter((key) => !usual.has(key)),
    edges,
  };
}

function countSteps(variants: readonly Variant[]): TaskWorkflow['steps'] {
  const counts = new Map<number, number>();
  for (const { keys, count } of variants) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + count);
  return byCount(counts).map(([key, count]) => ({ key: key as LogKey, count }));
}

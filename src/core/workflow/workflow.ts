import type { LogKey } from '../base/brand.ts';
import { byCount } from '../sequence/frequent-keys.ts';
import type { SessionTable } from '../sequence/session-table.ts';
import { discoverWorkflow } from './discover.ts';
import { keysOf, type ProcessTree } from './process-tree.ts';
import { tasksOfSessions } from './session-tasks.ts';
import type { Spawn } from './spawn.ts';
import { findSpawns } from './spawns.ts';
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
const MOST_VARIANTS = 5000;
/** Variants that are kept, for sessions to be compared with. */
const MOST_USUAL = 300;

/**
 * The workflow of each task in a log, the same whatever the order of the sessions. Workflow construction: DeepLog, section 3.3; by
 * which events follow one another inside sessions.
 *
 * @param sessions indices of the sessions to learn from; those that the data cuts off would look ended early
 */
export function buildWorkflow(table: SessionTable, sessions: readonly number[]): Workflow {
  const all = startedSessions(table);
  const tasks = tasksOf(variantsOf(all, sessions), MOST_KEYS);
  const keysOfTasks = tasks.map(({ keys }) => keys);
  const taskOf = tasksOfSessions(all, sessions, keysOfTasks);
  const own = tasks.map((): number[] => []);
  for (const session of sessions) own[taskOf[session] as number]?.push(session);
  return {
    tasks: tasks.map((task, at) => taskWorkflow(all, task, own[at] ?? [])),
    spawns: findSpawns(all, taskOf, keysOfTasks),
  };
}

function taskWorkflow(all: WorkflowSessions, task: Task, sessions: readonly number[]): TaskWorkflow {
  const tree = discoverWorkflow(task.variants.slice(0, MOST_VARIANTS));
  const usual = new Set<number>(keysOf(tree));
  return {
    tree,
    sessions: task.sessions,
    variants: task.variants.length,
    usual: task.variants.slice(0, MOST_USUAL),
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

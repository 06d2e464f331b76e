import { byCount } from '../sequence/frequent-keys.ts';
import { discoverWorkflow } from './discover.ts';
import { keysOf } from './process-tree.ts';
import type { WorkflowSessions } from './started-sessions.ts';
import { sessionsOf, type Variant } from './variants.ts';
import { MOST_VARIANTS, type TaskWorkflow, type Workflow } from './workflow.ts';

/**
 * The same tasks, each with the tree of the sessions that a key model expects (DeepLog, section 3.3). A task that it expects no session of
 * keeps the tree of the sessions that came.
 *
 * @param expected of `expectedSessions`
 * @param all sessions of the log
 * @param came sessions that came, to be learnt from as much as those that are expected, most frequent first; none where it is these alone
 */
export function expectedWorkflow(
  workflow: Workflow,
  expected: readonly Variant[],
  all: WorkflowSessions,
  came: readonly Variant[] = [],
): Workflow {
  const usual = came.slice(0, MOST_VARIANTS);
  const alike = came.length === 0 ? expected : asManyAs(usual, expected);
  const own = expectedByTask(workflow.tasks, [...usual, ...withoutStarters(alike, all)]);
  return { ...workflow, tasks: workflow.tasks.map((task, at) => withTreeOf(task, own[at] ?? [])) };
}

function asManyAs(came: readonly Variant[], expected: readonly Variant[]): readonly Variant[] {
  const times = sessionsOf(came) / Math.max(1, sessionsOf(expected));
  return expected.map(({ keys, count }) => ({ keys, count: count * times }));
}

function withTreeOf(task: TaskWorkflow, expected: readonly Variant[]): TaskWorkflow {
  if (expected.length === 0) return task;
  const tree = discoverWorkflow(expected);
  const usual = new Set(keysOf(tree));
  const rare = task.steps.map(({ key }) => key).filter((key) => !usual.has(key));
  return { ...task, tree, rare: rare.sort((a, b) => a - b) };
}

/** A key whose event belongs to the session that starts another is no part of the other. */
function withoutStarters(expected: readonly Variant[], { table, startedBy }: WorkflowSessions): readonly Variant[] {
  const starters = new Set<number>();
  startedBy.forEach((event, session) => {
    if (event >= 0) starters.add(table.key[table.start[session] as number] as number);
  });
  return expected.map(({ keys, count }) => ({ keys: starters.has(keys[0] ?? -1) ? keys.slice(1) : keys, count }));
}

/** A session belongs to the task that most of its events are of; keys of others are left out. */
function expectedByTask(tasks: readonly TaskWorkflow[], expected: readonly Variant[]): readonly (readonly Variant[])[] {
  const taskOf = new Map<number, number>();
  tasks.forEach(({ steps }, task) => {
    for (const { key } of steps) taskOf.set(key, task);
  });
  const own = tasks.map((): Variant[] => []);
  for (const { keys, count } of expected) {
    const events = new Map<number, number>();
    for (const key of keys) {
      const task = taskOf.get(key);
      if (task !== undefined) events.set(task, (events.get(task) ?? 0) + 1);
    }
    const main = byCount(events)[0]?.[0];
    if (main !== undefined) own[main]?.push({ keys: keys.filter((key) => taskOf.get(key) === main), count });
  }
  return own;
}

import type { LogKey } from '../base/brand.ts';
import type { Probability } from '../base/units.ts';
import type { ExpectedWays } from './expected-ways.ts';
import { BEGIN, END, type NodeId } from './graph-node.ts';
import type { WorkflowEdge } from './step-times.ts';
import type { TaskWorkflow } from './workflow.ts';

/** How likely one step comes right after another, of all that may come there in the task. */
export interface WayChance {
  /** In the sessions that the workflow is learnt from. */
  readonly counted: Probability;
  /** By the key model, in the same places. */
  readonly expected: Probability;
}

/** As far apart as this, sessions and key model disagree strongly. */
const FAR = 0.2;

export function disagrees({ counted, expected }: WayChance): boolean {
  return Math.abs(counted - expected) >= FAR;
}

/** The same task, each of its ways as often as the key model expects it, rounded; ways that it expects less than once in two are left out. */
export function asExpected(task: TaskWorkflow, ways: ExpectedWays): TaskWorkflow {
  const edges = task.edges.map((edge) => ({ ...edge, count: Math.round(ways.get(edge.from)?.get(edge.to) ?? 0) }));
  return { ...task, edges: edges.filter(({ count }) => count > 0) };
}

/** Of all ways those between keys of a task, and from the beginning and to the end. */
function expectedIn({ steps }: TaskWorkflow, ways: ExpectedWays): readonly Omit<WorkflowEdge, 'time'>[] {
  const ends = new Map<number, LogKey | -1>([[-1, -1], ...steps.map(({ key }) => [key, key] as const)]);
  return [...ends.values()].flatMap((from) =>
    [...(ways.get(from) ?? [])].flatMap(([key, count]) => {
      const to = ends.get(key);
      return to === undefined || (from === -1 && to === -1) ? [] : [{ from, to, count }];
    }),
  );
}

/** Both chances of each way of a task. */
export class WayChances {
  private readonly counted: RowShares;
  private readonly expected: RowShares;

  constructor(task: TaskWorkflow, ways: ExpectedWays) {
    this.counted = new RowShares(task.edges);
    this.expected = new RowShares(expectedIn(task, ways));
  }

  /** Undefined where either never came to the first step: there is nothing to share. */
  of(from: NodeId, to: NodeId): WayChance | undefined {
    const ends = [from === BEGIN ? -1 : from, to === END ? -1 : to] as const;
    const [counted, expected] = [this.counted.of(...ends), this.expected.of(...ends)];
    return counted === undefined || expected === undefined ? undefined : { counted, expected };
  }
}

class RowShares {
  private readonly counts = new Map<string, number>();
  private readonly totals = new Map<number, number>();

  constructor(edges: readonly Omit<WorkflowEdge, 'time'>[]) {
    for (const { from, to, count } of edges) {
      this.counts.set(nameOf(from, to), count);
      this.totals.set(from, (this.totals.get(from) ?? 0) + count);
    }
  }

  of(from: number, to: number): Probability | undefined {
    const total = this.totals.get(from) ?? 0;
    return total === 0 ? undefined : (this.counts.get(nameOf(from, to)) ?? 0) / total;
  }
}

const nameOf = (from: number, to: number) => `${from} ${to}`;

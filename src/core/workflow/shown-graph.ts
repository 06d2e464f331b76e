import type { LogKey } from '../base/brand.ts';
import type { Milliseconds } from '../base/units.ts';
import { BEGIN, END, FOLDED, type NodeId, type PathMark } from './graph-node.ts';
import { type PathEdge, pathEdges, pathMarks } from './path-edges.ts';
import type { SessionPath } from './session-path.ts';
import type { WorkflowEdge } from './step-times.ts';
import type { TaskWorkflow } from './workflow.ts';

export interface ShownNode {
  readonly id: NodeId;
  /** How often it came; for {@link FOLDED} all of its steps together. */
  readonly count: number;
  readonly mark: PathMark | undefined;
}

export interface ShownEdge {
  readonly from: NodeId;
  readonly to: NodeId;
  /** 0 where only the path goes there. */
  readonly count: number;
  readonly time: { readonly median: Milliseconds; readonly p95: Milliseconds } | undefined;
  readonly mark: PathMark | undefined;
}

export interface ShownGraph {
  readonly nodes: readonly ShownNode[];
  readonly edges: readonly ShownEdge[];
  /** Keys that {@link FOLDED} stands for. */
  readonly folded: number;
}

/** More than this nobody reads. */
export const MOST_NODES = 60;

/**
 * The part of a task's workflow that is worth drawing: what is frequent, the main ways into and out of it, and all that is on a path.
 *
 * @param leastShare steps and ways that come less often than this share of the sessions are not shown, in [0, 1]
 */
export function shownGraph(task: TaskWorkflow, leastShare: number, path?: SessionPath): ShownGraph {
  const marks = path === undefined ? new Map<NodeId, PathMark>() : pathMarks(path);
  const least = leastShare * task.sessions;
  const kept = keptSteps(task, least, marks);
  const hidden = task.steps.filter(({ key }) => !kept.has(key));
  const nodes: ShownNode[] = [...kept].map(([id, count]) => ({ id, count, mark: marks.get(id) }));
  if (hidden.length > 0) {
    nodes.push({ id: FOLDED, count: hidden.reduce((sum, { count }) => sum + count, 0), mark: undefined });
  }
  for (const id of [BEGIN, END]) nodes.push({ id, count: task.sessions, mark: undefined });
  const ways = usualWays(mergedEdges(task.edges, kept), least);
  return { nodes, edges: withPath(ways, path === undefined ? [] : pathEdges(path)), folded: hidden.length };
}

/** Steps on the path first, then the most frequent ones. */
function keptSteps(task: TaskWorkflow, least: number, marks: ReadonlyMap<NodeId, PathMark>): Map<NodeId, number> {
  const counts = new Map<NodeId, number>(task.steps.map(({ key, count }) => [key, count]));
  const frequent = task.steps.filter(({ count }) => count >= least).map(({ key }) => key);
  const wanted = new Set<NodeId>([...[...marks.keys()].filter((id) => id >= 0), ...frequent]);
  // Room for the beginning, the end and what is folded.
  const most = wanted.size > MOST_NODES - 2 || frequent.length < task.steps.length ? MOST_NODES - 3 : MOST_NODES - 2;
  return new Map([...wanted].slice(0, most).map((id) => [id, counts.get(id) ?? 0]));
}

/** With steps that are not shown as one. */
function mergedEdges(edges: readonly WorkflowEdge[], kept: ReadonlyMap<NodeId, number>): readonly ShownEdge[] {
  const shown = (key: LogKey | -1, edge: NodeId): NodeId => (key === -1 ? edge : kept.has(key) ? key : FOLDED);
  const byEnds = new Map<string, ShownEdge>();
  for (const edge of edges) {
    const [from, to] = [shown(edge.from, BEGIN), shown(edge.to, END)];
    if (from === FOLDED && to === FOLDED) continue;
    const known = byEnds.get(nameOf(from, to));
    const count = (known?.count ?? 0) + edge.count;
    byEnds.set(nameOf(from, to), { from, to, count, time: known ? undefined : edge.time, mark: undefined });
  }
  return [...byEnds.values()];
}

/** The frequent ones, and the most frequent one into and out of each node, so that no node stands alone. */
function usualWays(edges: readonly ShownEdge[], least: number): readonly ShownEdge[] {
  const into = new Map<NodeId, ShownEdge>();
  const outOf = new Map<NodeId, ShownEdge>();
  for (const edge of edges) {
    if (edge.from === edge.to) continue;
    if (edge.count > (into.get(edge.to)?.count ?? 0)) into.set(edge.to, edge);
    if (edge.count > (outOf.get(edge.from)?.count ?? 0)) outOf.set(edge.from, edge);
  }
  return edges.filter((edge) => edge.count >= least || into.get(edge.to) === edge || outOf.get(edge.from) === edge);
}

function withPath(edges: readonly ShownEdge[], path: readonly PathEdge[]): readonly ShownEdge[] {
  const byEnds = new Map(edges.map((edge) => [nameOf(edge.from, edge.to), edge]));
  for (const { from, to, mark } of path) {
    const known = byEnds.get(nameOf(from, to));
    byEnds.set(nameOf(from, to), { from, to, count: known?.count ?? 0, time: known?.time, mark: known?.mark ?? mark });
  }
  return [...byEnds.values()];
}

const nameOf = (from: NodeId, to: NodeId) => `${from} ${to}`;

import type { LogKey } from '../base/brand.ts';
import { align } from './align.ts';
import { childrenOf, keysOf, type ProcessTree } from './process-tree.ts';
import { WorkflowReplay, type WorkflowState } from './replay.ts';
import type { Variant } from './variants.ts';

/** How well a workflow tells what sessions do; each in [0, 1], 1 is best. */
export interface WorkflowQuality {
  /** Alignment fitness: 1 less the steps that are extra or missing, of all there could be (Adriansyah, 2014). */
  readonly fitness: number;
  /** Of the steps that the workflow allows after what sessions did, those that some session took (Munoz-Gama and Carmona, 2010). */
  readonly precision: number;
  /** 1 less the mean of 1 / sqrt(n) over the steps, n how often each was taken (Buijs et al., 2012). */
  readonly generalisation: number;
  /** 1 / (1 + d - 2) for a mean of d arcs at a node of the Petri net, 1 where d is below 2 (Blum, 2015). */
  readonly simplicity: number;
}

export function workflowQuality(tree: ProcessTree, variants: readonly Variant[]): WorkflowQuality {
  const replay = new WorkflowReplay(tree);
  const taken = new Map<LogKey, number>();
  const fewest = replay.toEnd(replay.start).length;
  let lost = 0;
  let sessions = 0;
  for (const { keys, count } of variants) {
    const { cost, steps } = align(replay, keys);
    lost += count * (keys.length + fewest === 0 ? 0 : cost / (keys.length + fewest));
    sessions += count;
    for (const { is, key } of steps) if (is === 'step') taken.set(key, (taken.get(key) ?? 0) + count);
  }
  const rarity = keysOf(tree).map((key) => 1 / Math.sqrt(Math.max(1, taken.get(key) ?? 0)));
  return {
    fitness: sessions === 0 ? 1 : 1 - lost / sessions,
    precision: precisionOf(replay, variants),
    generalisation: rarity.length === 0 ? 1 : 1 - rarity.reduce((sum, one) => sum + one, 0) / rarity.length,
    simplicity: simplicityOf(tree),
  };
}

interface Prefix {
  readonly state: WorkflowState;
  readonly next: Map<LogKey, Prefix>;
  visits: number;
}

/** Over the prefixes of sessions, up to where one leaves the workflow, each as often as it occurs. */
function precisionOf(replay: WorkflowReplay, variants: readonly Variant[]): number {
  const root: Prefix = { state: replay.start, next: new Map(), visits: 0 };
  for (const { keys, count } of variants) follow(replay, root, keys, count);
  let allowed = 0;
  let taken = 0;
  const waiting = [root];
  for (let prefix = waiting.pop(); prefix !== undefined; prefix = waiting.pop()) {
    allowed += prefix.visits * replay.enabled(prefix.state).length;
    taken += prefix.visits * prefix.next.size;
    waiting.push(...prefix.next.values());
  }
  return allowed === 0 ? 1 : taken / allowed;
}

function follow(replay: WorkflowReplay, root: Prefix, keys: readonly number[], count: number): void {
  let prefix = root;
  for (const key of keys as readonly LogKey[]) {
    const move = replay.move(prefix.state, key);
    if (move === undefined || move.skipped.length > 0) return;
    prefix.visits += count;
    const next = prefix.next.get(key) ?? { state: move.to, next: new Map(), visits: 0 };
    prefix.next.set(key, next);
    prefix = next;
  }
}

function simplicityOf(tree: ProcessTree): number {
  const { nodes, arcs } = netOf(tree);
  // Between the place before the workflow and the place behind it.
  const degree = (2 * arcs) / (nodes + 2);
  return 1 / (1 + Math.max(0, degree - 2));
}

interface NetSize {
  readonly nodes: number;
  readonly arcs: number;
}

/** Places and transitions of the Petri net of a process tree between two places, and its arcs. */
function netOf(tree: ProcessTree): NetSize {
  const parts = childrenOf(tree);
  const own = netNode(tree, parts.length);
  return parts.map(netOf).reduce((a, b) => ({ nodes: a.nodes + b.nodes, arcs: a.arcs + b.arcs }), own);
}

/** A silent transition divides the parts that run side by side, and joins them; one leads into a loop, and one out of it. */
function netNode(tree: ProcessTree, parts: number): NetSize {
  if (tree.is === 'step' || tree.is === 'nothing') return { nodes: 1, arcs: 2 };
  if (tree.is === 'sequence') return { nodes: parts - 1, arcs: 0 };
  if (tree.is === 'concurrent') return { nodes: 2 + 2 * parts, arcs: 2 * (1 + parts) };
  return tree.is === 'loop' ? { nodes: 4, arcs: 4 } : { nodes: 0, arcs: 0 };
}

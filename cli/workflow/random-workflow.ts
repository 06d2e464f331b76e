import type { LogKey } from '../../src/core/base/brand.ts';
import type { Random } from '../../src/core/base/random.ts';
import { childrenOf, NOTHING, optional, type ProcessTree } from '../../src/core/workflow/process-tree.ts';

/** What is planted in each workflow, between steps that come one after the other. */
export const CONSTRUCTS = ['choice', 'loop', 'concurrency', 'optional'] as const;
export type Construct = (typeof CONSTRUCTS)[number];

export interface RandomWorkflow {
  readonly tree: ProcessTree;
  readonly planted: ReadonlyMap<Construct, ProcessTree>;
  /** Keys are 0 to `keys - 1`, in the order of the tree. */
  readonly keys: number;
}

const SHARE_LEFT_OUT = 0.4;
const SHARE_AGAIN = 0.35;
const MOST_TURNS = 4;

/** A sequence of steps and of one construct of each kind, in a random order, with parts of one to three steps. */
export function randomWorkflow(random: Random): RandomWorkflow {
  let keys = 0;
  const step = (): ProcessTree => ({ is: 'step', key: keys++ as LogKey });
  const steps = (most: number): ProcessTree => {
    const parts = Array.from({ length: 1 + Math.floor(random.uniform() * most) }, step);
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : { is: 'sequence', parts };
  };
  const several = (most: number) => Array.from({ length: 2 + Math.floor(random.uniform() * 2) }, () => steps(most));
  const make: Readonly<Record<Construct, () => ProcessTree>> = {
    choice: () => ({ is: 'choice', parts: several(3) }),
    concurrency: () => ({ is: 'concurrent', parts: several(2) }),
    optional: () => optional(steps(2)),
    loop: () => ({ is: 'loop', body: steps(3), again: [random.uniform() < 0.5 ? steps(2) : NOTHING] }),
  };
  const order = shuffled(CONSTRUCTS, random);
  const planted = new Map<Construct, ProcessTree>();
  const parts: ProcessTree[] = [step()];
  for (const construct of order) {
    const tree = make[construct]();
    planted.set(construct, tree);
    parts.push(tree, step());
  }
  return { tree: { is: 'sequence', parts }, planted, keys };
}

/** The keys of one session that keeps to the workflow. */
export function walk(tree: ProcessTree, random: Random): readonly number[] {
  if (tree.is === 'step') return [tree.key];
  if (tree.is === 'nothing') return [];
  if (tree.is === 'sequence') return tree.parts.flatMap((part) => walk(part, random));
  if (tree.is === 'concurrent')
    return mixed(
      tree.parts.map((part) => walk(part, random)),
      random,
    );
  if (tree.is === 'loop') return walkLoop(tree.body, tree.again, random);
  const others = tree.parts.filter(({ is }) => is !== 'nothing');
  if (others.length < tree.parts.length && random.uniform() < SHARE_LEFT_OUT) return [];
  return walk(pick(others, random), random);
}

function walkLoop(body: ProcessTree, again: readonly ProcessTree[], random: Random): readonly number[] {
  const keys = [...walk(body, random)];
  for (let turn = 1; turn < MOST_TURNS && random.uniform() < SHARE_AGAIN; turn++) {
    keys.push(...walk(pick(again, random), random), ...walk(body, random));
  }
  return keys;
}

/** One event is dropped, repeated, swapped with the next or put in from elsewhere. */
export function disturbed(keys: readonly number[], all: number, random: Random): readonly number[] {
  const at = Math.floor(random.uniform() * keys.length);
  const [before, own, after] = [keys.slice(0, at), keys[at] as number, keys.slice(at + 1)];
  const kind = Math.floor(random.uniform() * 4);
  if (kind === 0) return [...before, ...after];
  if (kind === 1) return [...before, own, own, ...after];
  if (kind === 2) return [...before, ...after.slice(0, 1), own, ...after.slice(1)];
  return [...before, Math.floor(random.uniform() * all), own, ...after];
}

/** Each list keeps its order. */
function mixed(lists: readonly (readonly number[])[], random: Random): readonly number[] {
  const left = lists.map((list) => [...list]);
  const all: number[] = [];
  for (;;) {
    const rest = left.filter((list) => list.length > 0);
    if (rest.length === 0) return all;
    all.push(pick(rest, random).shift() as number);
  }
}

function pick<T>(items: readonly T[], random: Random): T {
  return items[Math.floor(random.uniform() * items.length)] as T;
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, place: random.uniform() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** All trees within a tree, itself too. */
export function within(tree: ProcessTree): readonly ProcessTree[] {
  return [tree, ...childrenOf(tree).flatMap(within)];
}

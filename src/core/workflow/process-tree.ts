import type { LogKey } from '../base/brand.ts';

/**
 * The workflow of a task as a process tree (Leemans, Fahland, van der Aalst, 2013): each key is a leaf once, so that what a session
 * did can be followed without guessing.
 */
export type ProcessTree = Step | Nothing | Parts | Loop;

/** One event with this key. */
export interface Step {
  readonly is: 'step';
  readonly key: LogKey;
}

/** No event: the other side of a choice that may be left out, or a loop that goes on at once. */
export interface Nothing {
  readonly is: 'nothing';
}

/** Parts one after the other, exactly one of them, or all of them in any order, their events mixed. At least two. */
export interface Parts {
  readonly is: 'sequence' | 'choice' | 'concurrent';
  readonly parts: readonly ProcessTree[];
}

/** The body, then any number of times one of `again` and the body once more. */
export interface Loop {
  readonly is: 'loop';
  readonly body: ProcessTree;
  readonly again: readonly ProcessTree[];
}

export const NOTHING: Nothing = { is: 'nothing' };

/** One part is the part itself; a sequence in a sequence is one sequence, and so are choices and concurrent parts. */
export function partsOf(is: Parts['is'], parts: readonly ProcessTree[]): ProcessTree {
  const flat = parts.flatMap((part) => (part.is === is ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { is, parts: flat };
}

/** What may be left out. */
export function optional(tree: ProcessTree): ProcessTree {
  return tree.is === 'choice' && tree.parts.some(({ is }) => is === 'nothing')
    ? tree
    : partsOf('choice', [tree, NOTHING]);
}

/** The nodes right below. */
export function childrenOf(tree: ProcessTree): readonly ProcessTree[] {
  if (tree.is === 'loop') return [tree.body, ...tree.again];
  return tree.is === 'step' || tree.is === 'nothing' ? [] : tree.parts;
}

/** Keys of the leaves, from left to right. */
export function keysOf(tree: ProcessTree): readonly LogKey[] {
  return tree.is === 'step' ? [tree.key] : childrenOf(tree).flatMap(keysOf);
}

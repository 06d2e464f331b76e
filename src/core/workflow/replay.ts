import type { LogKey } from '../base/brand.ts';
import { childrenOf, keysOf, type Loop, type Parts, type ProcessTree } from './process-tree.ts';

/** How far a part of a workflow got. `undefined` where it has not begun. */
type Progress = undefined | 'done' | OnePart | AllParts;

/** The part that runs: those before it in a sequence are done, in a loop index 0 is the body. */
interface OnePart {
  readonly at: number;
  readonly inner: Progress;
}

interface AllParts {
  readonly inner: readonly Progress[];
}

/** A state of the workflow. The same state is the same number. */
export type WorkflowState = number;

export interface Move {
  readonly to: WorkflowState;
  /** Steps that are due before, and did not come. */
  readonly skipped: readonly LogKey[];
}

interface Advance {
  readonly progress: Progress;
  readonly skipped: readonly LogKey[];
}

/** Follows sessions through a workflow. States are made as they are reached, and kept. */
export class WorkflowReplay {
  readonly start: WorkflowState = 0;
  private readonly tree: ProcessTree;
  private readonly keys: readonly LogKey[];
  private readonly own = new Map<ProcessTree, ReadonlySet<LogKey>>();
  private readonly progress: Progress[] = [undefined];
  private readonly numbers = new Map<string, WorkflowState>([[nameOf(undefined), 0]]);
  private readonly moves: Map<LogKey, Move | undefined>[] = [];
  private readonly ways: (readonly LogKey[])[] = [];

  constructor(tree: ProcessTree) {
    this.tree = tree;
    this.keys = keysOf(tree);
    this.remember(tree);
  }

  /** Takes a step with the fewest others skipped; undefined where the workflow cannot get there any more. */
  move(from: WorkflowState, key: LogKey): Move | undefined {
    this.moves[from] ??= new Map();
    const known = this.moves[from];
    if (!known.has(key)) {
      const next = this.advance(this.tree, this.progress[from], key);
      known.set(key, next && { to: this.numberOf(next.progress), skipped: next.skipped });
    }
    return known.get(key);
  }

  /** The fewest steps that are due until the end. */
  toEnd(from: WorkflowState): readonly LogKey[] {
    this.ways[from] ??= this.finish(this.tree, this.progress[from]);
    return this.ways[from];
  }

  /** Steps that can come next with none skipped. */
  enabled(from: WorkflowState): readonly LogKey[] {
    return this.keys.filter((key) => this.move(from, key)?.skipped.length === 0);
  }

  private remember(tree: ProcessTree): void {
    this.own.set(tree, new Set(keysOf(tree)));
    childrenOf(tree).forEach((part) => {
      this.remember(part);
    });
  }

  private numberOf(progress: Progress): WorkflowState {
    const name = nameOf(progress);
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.progress.length);
    return this.progress.push(progress) - 1;
  }

  private has(tree: ProcessTree, key: LogKey): boolean {
    return this.own.get(tree)?.has(key) ?? false;
  }

  private advance(tree: ProcessTree, progress: Progress, key: LogKey): Advance | undefined {
    if (!this.has(tree, key)) return undefined;
    if (tree.is === 'step') return progress === undefined ? { progress: 'done', skipped: [] } : undefined;
    if (tree.is === 'nothing') return undefined;
    return tree.is === 'loop' ? this.advanceLoop(tree, progress, key) : this.advanceParts(tree, progress, key);
  }

  private advanceParts({ is, parts }: Parts, progress: Progress, key: LogKey): Advance | undefined {
    const to = parts.findIndex((part) => this.has(part, key));
    if (is === 'concurrent') return this.advanceOneOf(parts, progress, to, key);
    const running = progress as OnePart | undefined;
    const at = running?.at ?? (is === 'choice' ? to : 0);
    if (to < at || (is === 'choice' && to !== at)) return undefined;
    const next = this.advance(parts[to] as ProcessTree, to === at ? running?.inner : undefined, key);
    if (next === undefined) return undefined;
    const before = parts.slice(at, to).flatMap((part, i) => this.finish(part, i === 0 ? running?.inner : undefined));
    return { progress: { at: to, inner: next.progress }, skipped: [...before, ...next.skipped] };
  }

  private advanceOneOf(
    parts: readonly ProcessTree[],
    progress: Progress,
    to: number,
    key: LogKey,
  ): Advance | undefined {
    const inner = (progress as AllParts | undefined)?.inner ?? parts.map(() => undefined);
    const next = this.advance(parts[to] as ProcessTree, inner[to], key);
    return next && { progress: { inner: inner.with(to, next.progress) }, skipped: next.skipped };
  }

  /** Within the part that runs if that skips least; else the part is finished, and another turn taken. */
  private advanceLoop(loop: Loop, progress: Progress, key: LogKey): Advance | undefined {
    const parts = childrenOf(loop);
    const to = parts.findIndex((part) => this.has(part, key));
    const { at, inner } = (progress as OnePart | undefined) ?? { at: 0, inner: undefined };
    const within = to === at ? this.advance(parts[at] as ProcessTree, inner, key) : undefined;
    if (within?.skipped.length === 0) return { progress: { at, inner: within.progress }, skipped: [] };
    const anew = this.advance(parts[to] as ProcessTree, undefined, key);
    const before = [...this.finish(parts[at] as ProcessTree, inner), ...this.between(loop, at, to)];
    const turn = anew && { progress: anew.progress, skipped: [...before, ...anew.skipped] };
    const best = [within, turn]
      .filter((one) => one !== undefined)
      .sort((a, b) => a.skipped.length - b.skipped.length)[0];
    return best && { progress: { at: to, inner: best.progress }, skipped: best.skipped };
  }

  /** What has to come between two parts of a loop: from the body to itself a way back, from one way back to another the body. */
  private between({ body, again }: Loop, at: number, to: number): readonly LogKey[] {
    if (at === 0 && to === 0) return this.shortest(again);
    return at > 0 && to > 0 ? this.finish(body, undefined) : [];
  }

  private shortest(trees: readonly ProcessTree[]): readonly LogKey[] {
    const ways = trees.map((tree) => this.finish(tree, undefined));
    return ways.reduce((best, way) => (way.length < best.length ? way : best), ways[0] ?? []);
  }

  private finish(tree: ProcessTree, progress: Progress): readonly LogKey[] {
    if (tree.is === 'step') return progress === undefined ? [tree.key] : [];
    if (tree.is === 'nothing') return [];
    if (tree.is === 'concurrent') {
      const inner = (progress as AllParts | undefined)?.inner;
      return tree.parts.flatMap((part, at) => this.finish(part, inner?.[at]));
    }
    const running = progress as OnePart | undefined;
    if (tree.is === 'choice' && running === undefined) return this.shortest(tree.parts);
    const { at, inner } = running ?? { at: 0, inner: undefined };
    const own = this.finish(childrenOf(tree)[at] as ProcessTree, inner);
    if (tree.is === 'choice') return own;
    if (tree.is === 'loop') return at === 0 ? own : [...own, ...this.finish(tree.body, undefined)];
    return [...own, ...tree.parts.slice(at + 1).flatMap((part) => this.finish(part, undefined))];
  }
}

function nameOf(progress: Progress): string {
  if (progress === undefined) return '-';
  if (progress === 'done') return '+';
  if ('at' in progress) return `${progress.at}(${nameOf(progress.inner)})`;
  return `[${progress.inner.map(nameOf).join()}]`;
}

import type { LogKey } from '../base/brand.ts';
import type { CutSides } from '../explain/edit-steps.ts';
import { type AlignedStep, align } from './align.ts';
import type { ProcessTree } from './process-tree.ts';
import { WorkflowReplay } from './replay.ts';

/** The way of one session through the workflow of its task. */
export interface SessionPath {
  /** What it did, with what it left out, in order. */
  readonly steps: readonly AlignedStep[];
  readonly cut: CutSides;
  /** Where it left the workflow first, as an index of `steps`; undefined where it never did. */
  readonly left: number | undefined;
  /** Steps that could come next there. */
  readonly due: readonly LogKey[];
  /** It could end there, or it did all that it had to. */
  readonly mayEnd: boolean;
}

/** @param keys of the session's events, in order */
export function sessionPath(tree: ProcessTree, keys: ArrayLike<number>, cut: CutSides): SessionPath {
  const replay = new WorkflowReplay(tree);
  const { steps: all, states } = align(replay, keys);
  const steps = withoutCutSides(all, cut);
  const left = steps.findIndex(({ is }) => is !== 'step');
  if (left < 0) return { steps, cut, left: undefined, due: [], mayEnd: true };
  const next = steps.slice(left).find((step) => step.is !== 'missing');
  const state = states[next?.is === 'step' || next?.is === 'extra' ? next.position : keys.length] ?? replay.start;
  return { steps, cut, left, due: replay.enabled(state), mayEnd: replay.toEnd(state).length === 0 };
}

function withoutCutSides(steps: readonly AlignedStep[], { atStart, atEnd }: CutSides): readonly AlignedStep[] {
  const came = (step: AlignedStep) => step.is !== 'missing';
  const from = atStart ? Math.max(0, steps.findIndex(came)) : 0;
  const to = atEnd ? steps.findLastIndex(came) + 1 : steps.length;
  return steps.slice(from, to);
}

import type { EditStep } from './edit-steps.ts';

/** A step that is shown, and how many like it follow one another; or how many that are the same are not shown. */
export type FoldedStep = (AlignedStep & { readonly times: number }) | { readonly is: 'folded'; readonly steps: number };

/** A step, and where its event stands that the other sequence has elsewhere. */
export type AlignedStep = EditStep & {
  /** Of a missing step: the 0-based position where the event came instead. Of an extra one: that it is such an event. */
  readonly cameAt?: number | undefined;
};

/** Steps on both sides of one that departs. */
const AROUND = 1;

/** A missing step and an extra one with the same key are one event that came elsewhere; the first of each belong together. */
export function withMoves(steps: readonly EditStep[]): readonly AlignedStep[] {
  const extras = new Map<number, number[]>();
  for (const step of steps) {
    if (step.is === 'extra') extras.set(step.key, [...(extras.get(step.key) ?? []), step.position]);
  }
  const moved = new Set<number>();
  const found = steps.map((step): AlignedStep => {
    const cameAt = step.is === 'missing' ? extras.get(step.key)?.shift() : undefined;
    if (cameAt === undefined) return step;
    moved.add(cameAt);
    return { ...step, cameAt };
  });
  return found.map((step) =>
    step.is === 'extra' && moved.has(step.position) ? { ...step, cameAt: step.position } : step,
  );
}

/** Steps that depart, with the ones before and behind them; of long runs of the same only how many there are. An event that is missing, or extra, several times in a row is one step. */
export function foldSteps(steps: readonly AlignedStep[]): readonly FoldedStep[] {
  const isNear = (at: number) => steps.slice(Math.max(0, at - AROUND), at + AROUND + 1).some(({ is }) => is !== 'same');
  const folded: FoldedStep[] = [];
  let run = 0;
  steps.forEach((step, at) => {
    if (!isNear(at)) {
      run++;
      return;
    }
    if (run > 0) folded.push({ is: 'folded', steps: run });
    run = 0;
    const last = folded.at(-1);
    if (last !== undefined && isAgain(step, last)) folded[folded.length - 1] = { ...last, times: last.times + 1 };
    else folded.push({ ...step, times: 1 });
  });
  return run > 0 ? [...folded, { is: 'folded', steps: run }] : folded;
}

function isAgain(step: AlignedStep, last: FoldedStep): last is AlignedStep & { readonly times: number } {
  if (last.is === 'folded' || (step.is !== 'missing' && step.is !== 'extra')) return false;
  return step.is === last.is && step.key === last.key && step.cameAt === undefined && last.cameAt === undefined;
}

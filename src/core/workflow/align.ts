import type { LogKey } from '../base/brand.ts';
import type { WorkflowReplay, WorkflowState } from './replay.ts';

/** What a session did beside what the workflow has. */
export type AlignedStep =
  | { readonly is: 'step' | 'extra'; readonly key: LogKey; readonly position: number }
  | { readonly is: 'missing'; readonly key: LogKey };

export interface Alignment {
  readonly steps: readonly AlignedStep[];
  /** Steps that are extra or missing. */
  readonly cost: number;
  /** The state before each event, and at the end. */
  readonly states: readonly WorkflowState[];
}

interface Path {
  readonly state: WorkflowState;
  readonly cost: number;
  readonly last: PathStep | undefined;
}

interface PathStep {
  readonly before: Path;
  readonly steps: readonly AlignedStep[];
}

/** Paths that are followed at the same time. */
const WIDEST = 12;

/**
 * Lays a session over the workflow so that few steps are extra or missing: a beam search, which gives at most more than the fewest.
 *
 * @param keys of the events, in order
 */
export function align(replay: WorkflowReplay, keys: ArrayLike<number>): Alignment {
  let paths: readonly Path[] = [{ state: replay.start, cost: 0, last: undefined }];
  for (let position = 0; position < keys.length; position++) {
    const key = keys[position] as LogKey;
    paths = best(paths.flatMap((path) => [...takeStep(replay, path, key, position), extra(path, key, position)]));
  }
  const ended = paths.map((path) => ({ path, missing: replay.toEnd(path.state) }));
  const first = ended.reduce((a, b) => (a.path.cost + a.missing.length <= b.path.cost + b.missing.length ? a : b));
  return unrolled(first.path, first.missing);
}

function takeStep(replay: WorkflowReplay, before: Path, key: LogKey, position: number): readonly Path[] {
  const move = replay.move(before.state, key);
  if (move === undefined) return [];
  const steps: AlignedStep[] = [...move.skipped.map(missingStep), { is: 'step', key, position }];
  return [{ state: move.to, cost: before.cost + move.skipped.length, last: { before, steps } }];
}

function extra(before: Path, key: LogKey, position: number): Path {
  return { state: before.state, cost: before.cost + 1, last: { before, steps: [{ is: 'extra', key, position }] } };
}

const missingStep = (key: LogKey): AlignedStep => ({ is: 'missing', key });

/** The cheapest path to each state; a step is better than an extra one at the same cost. */
function best(paths: readonly Path[]): readonly Path[] {
  const byState = new Map<WorkflowState, Path>();
  for (const path of paths) {
    const known = byState.get(path.state);
    if (known === undefined || path.cost < known.cost) byState.set(path.state, path);
  }
  return [...byState.values()].sort((a, b) => a.cost - b.cost).slice(0, WIDEST);
}

function unrolled(end: Path, missing: readonly LogKey[]): Alignment {
  const steps: (readonly AlignedStep[])[] = [];
  const states: WorkflowState[] = [end.state];
  for (let path = end; path.last !== undefined; path = path.last.before) {
    steps.push(path.last.steps);
    states.push(path.last.before.state);
  }
  return {
    steps: [...steps.reverse().flat(), ...missing.map(missingStep)],
    cost: end.cost + missing.length,
    states: states.reverse(),
  };
}

/**
 * What the sessions of a log do, as data. A step is a line or is made of steps; `after` is the time since the step before it.
 */
export type Step =
  | { readonly do: 'log'; readonly message: string; readonly after: Duration }
  | { readonly do: 'sequence'; readonly steps: readonly Step[] }
  | { readonly do: 'choice'; readonly options: readonly WeightedStep[] }
  | { readonly do: 'optional'; readonly probability: number; readonly step: Step }
  | { readonly do: 'loop'; readonly repeats: Repeats; readonly step: Step }
  | { readonly do: 'parallel'; readonly branches: readonly Step[] };

export interface WeightedStep {
  readonly weight: number;
  readonly step: Step;
}

/** Log-normal, cut at 2.5 deviations so that no normal step is an outlier. */
export interface Duration {
  /** In ms. */
  readonly median: number;
  /** Standard deviation of the logarithm. */
  readonly spread: number;
}

/** How often a loop runs: `min` to `max` times, evenly. A loop that may be made to run away says how often in `excess`. */
export interface Repeats {
  readonly min: number;
  readonly max: number;
  readonly excess?: number;
}

/** @param after median of the time since the step before, in ms */
export function log(message: string, after: number, spread = 0.2): Step {
  return { do: 'log', message, after: { median: after, spread } };
}

export function sequence(...steps: Step[]): Step {
  return { do: 'sequence', steps };
}

export function choice(...options: WeightedStep[]): Step {
  return { do: 'choice', options };
}

export function option(weight: number, ...steps: Step[]): WeightedStep {
  return { weight, step: sequence(...steps) };
}

export function optional(probability: number, ...steps: Step[]): Step {
  return { do: 'optional', probability, step: sequence(...steps) };
}

/** Each round is a branch of its own: fields of scope `branch` are drawn anew. */
export function loop(repeats: Repeats, ...steps: Step[]): Step {
  return { do: 'loop', repeats, step: sequence(...steps) };
}

/** Branches that begin together and interleave as their times fall; the step after them waits for the last. */
export function parallel(...branches: Step[]): Step {
  return { do: 'parallel', branches };
}

export function replicas(count: number, ...steps: Step[]): Step {
  return parallel(...Array.from({ length: count }, () => sequence(...steps)));
}

/** Every message that a step can log. */
export function messagesOf(step: Step): string[] {
  switch (step.do) {
    case 'log':
      return [step.message];
    case 'sequence':
      return step.steps.flatMap(messagesOf);
    case 'choice':
      return step.options.flatMap((option) => messagesOf(option.step));
    case 'parallel':
      return step.branches.flatMap(messagesOf);
    default:
      return messagesOf(step.step);
  }
}

import { ExpectedValues } from '../core/detect/expected/expected-values.ts';
import { type Foretellable, findSeries } from '../core/detect/expected/find-series.ts';
import { type ForetoldValues, keepForetold } from '../core/detect/expected/keep-foretold.ts';
import type {
  TrainedValues,
  ValueModelWeights,
  ValueTraining,
  ValueWindows,
} from '../core/detect/expected/value-model.ts';
import type { ValuedLog } from '../core/detect/values/line-values.ts';
import type { ValueScoring } from './data.api.ts';
import type { GroupedLog } from './grouped-log.ts';
import { learntOf } from './learnt-sessions.ts';

interface RunningValues {
  readonly weights: ValueModelWeights;
  readonly expected: ExpectedValues;
}

/** The regression of the numbers in lines, for the log that is open. */
export class ValueRegression {
  private found: Foretellable | undefined;
  private running: RunningValues | undefined;
  /** What was learnt from this log. */
  kept: ForetoldValues | undefined;

  training(log: ValuedLog, grouped: GroupedLog): ValueTraining | undefined {
    this.found = findSeries(log, learntOf(grouped, 'training'), learntOf(grouped, 'validation'));
    this.kept = undefined;
    return this.found?.training;
  }

  keep(trained: TrainedValues): void {
    if (this.found === undefined) throw new Error('No values are to be foretold');
    this.kept = keepForetold(this.found, trained);
  }

  /** @param foretold of a detector file, or {@link kept} */
  begin(log: ValuedLog, foretold: ForetoldValues | undefined): ExpectedValues | undefined {
    const expected = foretold && new ExpectedValues(log, foretold.series, foretold.weights.shape.values);
    this.running = foretold && expected && { weights: foretold.weights, expected };
    return expected;
  }

  /** Begins the next round. */
  scoring(): ValueScoring | undefined {
    const windows = this.running?.expected.rounds.next() ?? 0;
    return windows === 0 ? undefined : this.running && { weights: this.running.weights, windows };
  }

  windows(from: number, to: number): ValueWindows {
    return this.expected().rounds.windows(from, to);
  }

  add(from: number, expected: Float32Array): void {
    this.expected().rounds.add(from, expected);
  }

  private expected(): ExpectedValues {
    if (this.running === undefined) throw new Error('No values are foretold');
    return this.running.expected;
  }
}

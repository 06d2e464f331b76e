import type { DetectorVersions } from '../core/report/learning-report.ts';
import type { Problem } from '../core/report/problem.ts';
import type { TrainedKeyModel } from '../core/sequence/key-model.ts';
import { learnMarks } from './learn-marks.ts';
import { detectOptions, type Threads } from './pipeline.ts';
import type { Dispatch } from './run-steps.ts';
import type { State } from './state.ts';

/** Learning from marks, from a trained model to one that a person accepts. */
export class MarkTrials {
  private readonly state: () => State;
  /** By the number of their version. */
  private readonly models = new Map<number, TrainedKeyModel>();
  private made: TrainedKeyModel | undefined;

  constructor(state: () => State) {
    this.state = state;
  }

  /** @returns a problem where there is nothing to learn */
  async learn(threads: Threads, model: TrainedKeyModel, dispatch: Dispatch): Promise<Problem | undefined> {
    const { settings, marks, learning } = this.state();
    if (learning.versions === undefined) this.models.clear();
    if (this.models.size === 0) this.models.set(0, model);
    const started = performance.now();
    const say = (share: number) => dispatch({ type: 'trial', trial: { is: 'running', share } });
    say(0);
    const outcome = await learnMarks(threads, model.weights, marks.marks, settings, say);
    if (!outcome.ok) return outcome.problem;
    const { weights, report } = outcome.value;
    this.made = { ...model, weights };
    const seconds = (performance.now() - started) / 1000;
    dispatch({ type: 'trial', trial: { is: 'made', report, seconds } });
    return undefined;
  }

  /** @returns the model that is in force from now on */
  async accept(data: Threads['data'], dispatch: Dispatch): Promise<TrainedKeyModel | undefined> {
    if (this.made === undefined) return undefined;
    const versions = await data.acceptLearning();
    this.models.set(versions.current, this.made);
    this.made = undefined;
    return this.use(versions, data, dispatch);
  }

  async discard(data: Threads['data'], dispatch: Dispatch): Promise<void> {
    this.made = undefined;
    await data.discardLearning();
    dispatch({ type: 'trial', trial: undefined });
  }

  /** @returns the model that is in force from now on */
  async rollBack(version: number, data: Threads['data'], dispatch: Dispatch): Promise<TrainedKeyModel | undefined> {
    return this.use(await data.rollBack(version), data, dispatch);
  }

  private async use(versions: DetectorVersions, data: Threads['data'], dispatch: Dispatch) {
    const kept = new Set(versions.kept.map(({ number }) => number));
    for (const number of this.models.keys()) if (!kept.has(number)) this.models.delete(number);
    const anomalies = await data.detect(detectOptions(this.state().settings));
    dispatch({ type: 'versions', versions });
    dispatch({ type: 'detected', anomalies });
    return this.models.get(versions.current);
  }
}

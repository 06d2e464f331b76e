import type { DataApi } from '../engine/data.api.ts';
import type { Action } from './actions.ts';
import type { Commands } from './commands.ts';
import type { Runner } from './runner.ts';

export type LearningCommands = Pick<Commands, 'learnMarks' | 'acceptLearning' | 'discardLearning' | 'rollBack'>;

/** @param attempt shows what goes wrong in a command */
export function learningCommands(
  data: DataApi,
  runner: Runner,
  dispatch: (action: Action) => void,
  attempt: (work: Promise<unknown>) => void,
): LearningCommands {
  const { trials } = runner;
  return {
    learnMarks: () => runner.learnMarks(),
    acceptLearning: () => attempt(runner.take(trials.accept(data, dispatch))),
    discardLearning: () => attempt(trials.discard(data, dispatch)),
    rollBack: (version) => attempt(runner.take(trials.rollBack(version, data, dispatch))),
  };
}

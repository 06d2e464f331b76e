import type { Problem } from '../core/report/problem.ts';
import type { DataApi } from '../engine/data.api.ts';
import type { Action } from './actions.ts';
import type { Commands } from './commands.ts';
import { Intake } from './intake.ts';
import type { Runner } from './runner.ts';
import { StartTemplates } from './start-templates.ts';
import type { State } from './state.ts';

type IntakeCommands = Pick<Commands, 'openFiles' | 'openLabels' | 'openTemplates'>;

/** @param attemptTo shows the problem that a command came to */
export function intakeCommands(
  data: DataApi,
  runner: Runner,
  state: () => State,
  dispatch: (action: Action) => void,
  attemptTo: (work: Promise<Problem | undefined>) => void,
): IntakeCommands {
  const templates = new StartTemplates(data, runner, state, dispatch);
  const intake = new Intake(data, runner, templates, state);
  return {
    openFiles: (files) => attemptTo(intake.give(files)),
    openLabels: (file) => attemptTo(runner.compareWith(file)),
    openTemplates: (file) => attemptTo(templates.mineFrom(file)),
  };
}

import type { StoreApi } from 'zustand/vanilla';
import type { DataApi } from '../engine/data.api.ts';
import type { Action } from './actions.ts';
import type { Commands } from './commands.ts';
import { download } from './download.ts';
import { type LearningCommands, learningCommands } from './learning-commands.ts';
import type { Runner } from './runner.ts';
import type { State } from './state.ts';

/** Bytes of a marks file at most: a hundred thousand marks. */
const LARGEST = 64 * 2 ** 20;

type MarkCommands = LearningCommands &
  Pick<Commands, 'mark' | 'removeMark' | 'undoMark' | 'exportMarks' | 'importMarks'>;

/** @param attempt shows what goes wrong in a command */
export function markCommands(
  data: DataApi,
  runner: Runner,
  store: StoreApi<State>,
  dispatch: (action: Action) => void,
  attempt: (work: Promise<unknown>) => void,
): MarkCommands {
  const read = async (file: File): Promise<void> => {
    const outcome =
      file.size > LARGEST
        ? ({ ok: false, problem: tooLarge(file) } as const)
        : await data.readMarks(await file.text(), file.name);
    if (outcome.ok) dispatch({ type: 'marks', change: { is: 'imported', marks: outcome.value } });
    else dispatch({ type: 'problem', problem: outcome.problem });
  };
  const write = async (): Promise<void> => {
    download(new Blob([await data.marksFile(store.getState().marks.marks)]), 'marks.jsonl');
  };
  return {
    mark: (mark) => dispatch({ type: 'marks', change: { is: 'made', mark: { ...mark, time: Date.now() } } }),
    removeMark: (mark) => dispatch({ type: 'marks', change: { is: 'removed', mark } }),
    undoMark: () => dispatch({ type: 'marks', change: { is: 'undone' } }),
    exportMarks: () => attempt(write()),
    importMarks: (file) => attempt(read(file)),
    ...learningCommands(data, runner, dispatch, attempt),
  };
}

function tooLarge({ name }: File) {
  return {
    code: 'bad-marks',
    message: `${name} is larger than any marks file.`,
    advice: 'Choose a file that was saved with "Export marks".',
  } as const;
}

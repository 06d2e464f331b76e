import { sessionTable } from '../sequence/session-table.fixture.ts';
import { startedSessions } from './started-sessions.ts';
import { buildWorkflow, type TaskWorkflow } from './workflow.ts';

/** Keys of letters: `a` is 0. */
export const keysOfLetters = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0) - 97);

export const letterOf = (key: number): string => String.fromCharCode(97 + key);

/** The workflow of the only task in such sessions, each word as often as the number beside it says. */
export function taskOfLetters(words: readonly (readonly [word: string, count: number])[]): TaskWorkflow {
  const table = sessionTable(words.flatMap(([word, count]) => Array<number[]>(count).fill(keysOfLetters(word))));
  const { tasks } = buildWorkflow(startedSessions(table), [...Array(table.count).keys()]);
  const [task] = tasks;
  if (task === undefined || tasks.length > 1) throw new Error('Not one task');
  return task;
}

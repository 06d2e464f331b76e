import { createRandom } from '../core/base/random.ts';

/** What the lines of one step of a task are made of. */
export interface TaskLine {
  /** Number of the task, from 0. */
  readonly task: number;
  readonly step: number;
  /** Of the line in the log, from 0. */
  readonly line: number;
  /** `2024-05-01 10:00:00.000`. */
  readonly time: string;
  /** A number in [0, limit). */
  readonly draw: (limit: number) => number;
  /** The hash of a text, as hex digits that the task and its name alone decide. */
  readonly hex: (name: string, digits: number) => string;
  readonly uuid: (name: string) => string;
}

interface InterleavedLog {
  readonly tasks: number;
  /** Tasks that run at the same time. */
  readonly running: number;
  /** Fewest and most steps of a task; up to {@link STEPS} of them. */
  readonly steps: readonly [number, number];
  readonly write: (line: TaskLine) => string;
}

/** What the steps say. */
export const STEPS = [
  'accepted',
  'checking permissions',
  'loading configuration',
  'reading input',
  'computing the result of the first part',
  'writing output',
  'cleaning up',
  'done with everything',
] as const;

/** The log of tasks that run at the same time and go through their steps in order. */
export function interleavedLog({ tasks, running, steps: [fewest, most], write }: InterleavedLog): string {
  const random = createRandom(17);
  const draw = (limit: number) => Math.floor(random.uniform() * limit);
  const open: { task: number; step: number; steps: number }[] = [];
  const lines: string[] = [];
  let started = 0;
  let now = Date.UTC(2024, 4, 1, 10);
  while (started < tasks || open.length > 0) {
    while (open.length < running && started < tasks) {
      open.push({ task: started++, step: 0, steps: fewest + draw(most - fewest + 1) });
    }
    const at = draw(open.length);
    const own = open[at];
    if (own === undefined) continue;
    now += 20 + draw(400);
    const time = new Date(now).toISOString().replace('T', ' ').replace('Z', '');
    lines.push(write({ ...own, line: lines.length, time, draw, ...namesOf(own.task) }));
    own.step++;
    if (own.step === own.steps) open.splice(at, 1);
  }
  return `${lines.join('\n')}\n`;
}

function namesOf(task: number): Pick<TaskLine, 'hex' | 'uuid'> {
  const hex = (name: string, digits: number) => hexOf(`${name} ${task}`, digits);
  return {
    hex,
    uuid: (name) => hex(name, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  };
}

function hexOf(text: string, digits: number): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  const random = createRandom(hash >>> 0);
  return Array.from({ length: digits }, () => Math.floor(random.uniform() * 16).toString(16)).join('');
}

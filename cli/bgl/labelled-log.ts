import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A log whose lines begin with a label, which is taken off: nothing that reads the log may see it. */
export interface LabelledLog {
  readonly text: string;
  /** One for each line. */
  readonly isAnomalous: readonly boolean[];
}

const LOG = 'BGL_2k.log';
const NORMAL = '-';
const LABELLED = /^(\S+) /;

/** @returns a sentence where the folder holds no such log */
export function readLabelledLog(directory: string): LabelledLog | string {
  const file = join(directory, LOG);
  if (!existsSync(file)) return `${directory} holds no ${LOG}.`;
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const labels = lines.map((line) => LABELLED.exec(line)?.[1]);
  const unlabelled = labels.indexOf(undefined);
  if (unlabelled >= 0) return `${file} has no label in line ${unlabelled + 1}.`;
  return {
    text: lines.map((line, index) => `${line.slice((labels[index]?.length ?? 0) + 1)}\n`).join(''),
    isAnomalous: labels.map((label) => label !== NORMAL),
  };
}

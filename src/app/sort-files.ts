import type { Outcome, Problem } from '../core/report/problem.ts';
import type { DataApi } from '../engine/data.api.ts';

/** What was given at once: logs, the labels of their sessions, and the templates that mining starts from. */
interface Given {
  readonly logs: readonly File[];
  readonly labels: File | undefined;
  readonly templates: File | undefined;
}

/** Files of labels are tables. */
const TABLE = /\.(csv|tsv|txt)$/i;
/** What a state of Drain3 is called. */
const STATE = /\.(bin|json)$/i;
/** Of a folder with more tables, or states, than this, none is looked at: they are logs. */
const MOST = 100;

/** Whether files may hold something that is no log, as far as their names tell. */
export function mayHoldOthers(files: readonly File[]): boolean {
  return called(files, TABLE).length > 0 || called(files, STATE).length > 0;
}

/** @returns a problem where several files hold labels, or templates */
export async function sortOut(
  data: Pick<DataApi, 'isLabels' | 'isTemplates'>,
  files: readonly File[],
): Promise<Outcome<Given>> {
  const [labels, templates] = await Promise.all([
    among(called(files, TABLE), (file) => data.isLabels(file)),
    among(called(files, STATE), (file) => data.isTemplates(file)),
  ]);
  if (labels.size > 1) return { ok: false, problem: severalLabels([...labels]) };
  if (templates.size > 1) return { ok: false, problem: severalTemplates([...templates]) };
  const logs = files.filter((file) => !labels.has(file) && !templates.has(file));
  return { ok: true, value: { logs, labels: [...labels][0], templates: [...templates][0] } };
}

function called(files: readonly File[], names: RegExp): readonly File[] {
  const found = files.filter(({ name }) => names.test(name));
  return found.length > MOST ? [] : found;
}

async function among(files: readonly File[], is: (file: File) => Promise<boolean>): Promise<ReadonlySet<File>> {
  const are = await Promise.all(files.map(is));
  return new Set(files.filter((_, at) => are[at]));
}

function severalLabels(files: readonly File[]): Problem {
  return {
    code: 'bad-labels',
    message: `${namesOf(files)} hold labels, and findings are compared with one file of them.`,
    advice: 'Drop the log together with one file of labels.',
  };
}

function severalTemplates(files: readonly File[]): Problem {
  return {
    code: 'bad-templates',
    message: `${namesOf(files)} hold templates of Drain3, and mining starts from those of one file.`,
    advice: 'Drop one of them.',
  };
}

function namesOf(files: readonly File[]): string {
  const [first, second] = files.map(({ name }) => name);
  return `${first} and ${files.length === 2 ? second : `${files.length - 1} others`}`;
}

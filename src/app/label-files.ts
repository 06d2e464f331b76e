import type { Outcome, Problem } from '../core/report/problem.ts';
import type { DataApi } from '../engine/data.api.ts';

/** What was given at once: logs, and the labels of their sessions. */
interface Given {
  readonly logs: readonly File[];
  readonly labels: File | undefined;
}

/** Files of labels are tables. */
const TABLE = /\.(csv|tsv|txt)$/i;
/** Of a folder with more tables than this, none is looked at: they are logs. */
const MOST_TABLES = 100;

/** Whether labels may be among files, as far as their names tell. */
export function mayHoldLabels(files: readonly File[]): boolean {
  return tablesOf(files).length > 0;
}

/** @returns a problem where several files hold labels */
export async function sortOut(data: Pick<DataApi, 'isLabels'>, files: readonly File[]): Promise<Outcome<Given>> {
  const tables = tablesOf(files);
  const are = await Promise.all(tables.map((file) => data.isLabels(file)));
  const labels = new Set(tables.filter((_, at) => are[at]));
  if (labels.size > 1) return { ok: false, problem: severalProblem([...labels]) };
  const [only] = labels;
  return { ok: true, value: { logs: files.filter((file) => !labels.has(file)), labels: only } };
}

function tablesOf(files: readonly File[]): readonly File[] {
  const tables = files.filter(({ name }) => TABLE.test(name));
  return tables.length > MOST_TABLES ? [] : tables;
}

function severalProblem(labels: readonly File[]): Problem {
  const [first, second] = labels.map(({ name }) => name);
  return {
    code: 'bad-labels',
    message: `${first} and ${labels.length === 2 ? second : `${labels.length - 1} others`} hold labels, and findings are compared with one file of them.`,
    advice: 'Drop the log together with one file of labels.',
  };
}

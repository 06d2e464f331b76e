import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Outcome } from '../../src/core/report/problem.ts';

export interface Metrics {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Labels by session id, true for an anomaly: the first two columns of a CSV are the id and `Normal` or `Anomaly`. */
export async function readLabels(path: string): Promise<Outcome<ReadonlyMap<string, boolean>>> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return badLabels(`${path} cannot be read.`);
  const labels = new Map<string, boolean>();
  for (const [id, label] of Papa.parse<string[]>(text, { skipEmptyLines: true }).data) {
    if (id !== undefined && (label === 'Normal' || label === 'Anomaly')) labels.set(id, label === 'Anomaly');
  }
  return labels.size > 0
    ? { ok: true, value: labels }
    : badLabels(`${path} has no row of the form id,Normal or id,Anomaly.`);
}

function badLabels(message: string): Outcome<never> {
  return {
    ok: false,
    problem: { code: 'unreadable-file', message, advice: 'Give a CSV with the columns id and label.' },
  };
}

/** Sessions without a label do not count. Where nothing is flagged precision is 1, where nothing is anomalous recall is 1. */
export function measure(
  sessions: readonly string[],
  flagged: ReadonlySet<string>,
  labels: ReadonlyMap<string, boolean>,
): Metrics {
  const labelled = sessions.filter((id) => labels.has(id));
  const anomalous = labelled.filter((id) => labels.get(id) === true);
  const raised = labelled.filter((id) => flagged.has(id));
  const hits = anomalous.filter((id) => flagged.has(id)).length;
  const precision = raised.length === 0 ? 1 : hits / raised.length;
  const recall = anomalous.length === 0 ? 1 : hits / anomalous.length;
  return { precision, recall, f1: hits === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

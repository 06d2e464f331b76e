import Papa from 'papaparse';
import { labelsInRows } from '../core/evaluate/label-rows.ts';
import type { LabelList } from '../core/evaluate/labels.ts';
import type { Outcome } from '../core/report/problem.ts';
import { decodeUtf8 } from './decode.ts';

const DELIMITERS = [',', ';', '\t', '|', ' '];
/** What tells whether a file holds labels. */
const LOOKED_AT = 64 * 1024;
/** A log has more: an id, a label, a cause and a line are what labels come with. */
const MOST_COLUMNS = 4;
const NAMED_LABELS = /(^|[^a-z])labels?([^a-z].*)?\.(csv|tsv|txt)$/i;
/** Of its rows must name a session of their own. */
const LEAST_DISTINCT = 0.9;

/** Labels of sessions: a table of ids and `Normal` or `Anomaly`, whatever stands between its columns. */
export async function readLabels(file: File): Promise<Outcome<LabelList>> {
  const { name } = file;
  const text = await file.text().catch(() => undefined);
  if (text === undefined) return unreadable(name);
  const labels = labelsInRows(name, rowsOf(text));
  if (typeof labels !== 'string') return { ok: true, value: labels };
  return {
    ok: false,
    problem: {
      code: 'bad-labels',
      message: `${name} ${labels}.`,
      advice: 'Give a CSV with the columns id and label.',
    },
  };
}

/**
 * Whether a file that nobody said anything about is meant as labels and no log: by its beginning, or by its name where it has no
 * more columns than labels have, so that a damaged one is refused as labels and does not replace a log.
 */
export async function looksLikeLabels(file: File): Promise<boolean> {
  const beginning = decodeUtf8(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()));
  const text = file.size > LOOKED_AT ? beginning.slice(0, beginning.lastIndexOf('\n')) : beginning;
  const rows = rowsOf(text);
  if (rows.some((row) => row.length > MOST_COLUMNS)) return false;
  if (NAMED_LABELS.test(file.name)) return true;
  const labels = labelsInRows('', rows);
  return typeof labels !== 'string' && labels.isAnomalous.size >= LEAST_DISTINCT * (rows.length - 1);
}

function unreadable(name: string): Outcome<never> {
  return {
    ok: false,
    problem: {
      code: 'unreadable-file',
      message: `${name} could not be read: it was moved, changed or removed after it was chosen.`,
      advice: 'Choose the labels once more.',
    },
  };
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const options = { skipEmptyLines: 'greedy', delimitersToGuess: DELIMITERS } as const;
  const { data, errors } = Papa.parse<string[]>(text, options);
  // A quote that does not close would swallow the rest of the file.
  return errors.some(({ type }) => type === 'Quotes')
    ? Papa.parse<string[]>(text, { ...options, quoteChar: NUL }).data
    : data;
}

const NUL = '\0';

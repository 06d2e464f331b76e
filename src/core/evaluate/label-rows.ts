import { namesLabels } from '../scan/label-column.ts';
import type { LabelList } from './labels.ts';

const ANOMALY_WORDS = new Set(['anomaly', 'anomalous', 'abnormal', 'anomalies', 'fail', 'failure', '1', 'true', 'yes']);
const NORMAL_WORDS = new Set(['normal', 'benign', 'success', '0', 'false', 'no']);
/** These mean a label without a title above them that says so. */
const PLAIN_WORDS = /^(anomaly|anomalous|abnormal|normal)$/i;

/** True for an anomaly, false for what is normal, undefined for what is no label. */
export function meaningOf(word: string | undefined): boolean | undefined {
  const plain = word?.trim().toLowerCase() ?? '';
  if (ANOMALY_WORDS.has(plain)) return true;
  return NORMAL_WORDS.has(plain) ? false : undefined;
}

/** More columns than these hold a log. */
const MOST_COLUMNS = 6;
/** Of the rows must have a label that can be read. */
const LEAST_SHARE = 0.9;
/** Rows that tell which column holds the labels. */
const LOOKED_AT = 1000;

/**
 * Labels of sessions from the rows of a table: one column holds an id, one `Normal` or `Anomaly`, or 0 and 1 where its title says that
 * it is a label; a text behind it names the kind of an anomaly.
 *
 * @param rows the title may be the first
 * @returns a sentence's end where these are no labels: `has ...`, `is ...`
 */
export function labelsInRows(source: string, rows: readonly (readonly string[])[]): LabelList | string {
  if (rows.length === 0) return 'is empty: an id and a label are needed in each row';
  const width = rows.slice(0, LOOKED_AT).reduce((most, row) => Math.max(most, row.length), 0);
  if (width < 2) return 'has one column only: an id and a label are needed in each row';
  if (width > MOST_COLUMNS)
    return `has ${width} columns: an id and a label are needed, and no more than ${MOST_COLUMNS}`;
  const column = labelColumn(rows, width);
  if (column === undefined) return `has no column of labels: ${foundIn(rows, width)}`;
  return listOf(source, rows, column, column === 0 ? 1 : 0);
}

function labelColumn(rows: readonly (readonly string[])[], width: number): number | undefined {
  const body = rows.slice(1, LOOKED_AT);
  const columns = Array.from({ length: width }, (_, column) => column).filter((column) => {
    const read = body.filter((row) => meaningOf(row[column]) !== undefined).length;
    return body.length === 0 ? meaningOf(rows[0]?.[column]) !== undefined : read >= LEAST_SHARE * body.length;
  });
  const titled = columns.find((column) => namesLabels(rows[0]?.[column] ?? ''));
  const named = columns.find((column) =>
    rows.slice(0, LOOKED_AT).some((row) => PLAIN_WORDS.test(row[column]?.trim() ?? '')),
  );
  return titled ?? named;
}

function listOf(source: string, rows: readonly (readonly string[])[], column: number, idColumn: number): LabelList {
  const isAnomalous = new Map<string, boolean>();
  const kind = new Map<string, string>();
  const kindColumn = Math.max(column, idColumn) + 1;
  let unreadRows = 0;
  rows.forEach((row, at) => {
    const id = row[idColumn]?.trim();
    const label = meaningOf(row[column]);
    if (id === undefined || id === '' || label === undefined) {
      if (at > 0) unreadRows++;
      return;
    }
    isAnomalous.set(id, label);
    const name = row[kindColumn]?.trim();
    if (label && name !== undefined && name !== '') kind.set(id, name);
  });
  return { source, isAnomalous, kind, unreadRows };
}

const SHOWN_VALUES = 3;

/** What stands there instead: `its last column holds "ok", "bad"`. */
function foundIn(rows: readonly (readonly string[])[], width: number): string {
  const values = new Set(rows.slice(1, LOOKED_AT).map((row) => row[width - 1] ?? ''));
  const shown = [...values].slice(0, SHOWN_VALUES).map((value) => `"${value.slice(0, 40)}"`);
  return `its last one holds ${shown.join(', ')}${values.size > SHOWN_VALUES ? ' and others' : ''} instead of Normal and Anomaly, or 0 and 1 below the title Label`;
}

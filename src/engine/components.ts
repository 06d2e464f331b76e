import type { Outcome } from '../core/report/problem.ts';
import { componentColumn, componentName } from '../core/scan/component-column.ts';
import type { RecordField, RecordSyntax } from '../core/scan/records/record-format.ts';
import { splitLines } from '../core/scan/split-line.ts';
import type { LogFormat } from '../ingest/records/format-candidate.ts';
import { recordSpans } from '../ingest/records/record-spans.ts';
import type { OpenedLog } from './opened-log.ts';
import { readTexts } from './parameters.ts';

/** Longer names are cut. */
const LONGEST = 80;

/** Name of the column or the field that says which part of a system logged a line; undefined where the format has none. */
export function componentOf({ header, columnNames }: LogFormat): string | undefined {
  return columnNames === undefined ? componentColumn(header) : componentName(columnNames);
}

/**
 * The part of the system that logged each line, read back; undefined for a line that names none.
 *
 * @param lines 1-based
 */
export async function readComponents(
  log: OpenedLog,
  lines: readonly number[],
): Promise<Outcome<readonly (string | undefined)[]>> {
  const rows = lines.map((line) => line - 1);
  const texts = await readTexts(log, rows);
  if (!texts.ok) return texts;
  return { ok: true, value: log.eachByFormat<string | undefined>(rows, texts.value, componentsIn) };
}

function componentsIn(format: LogFormat, texts: readonly string[]): readonly (string | undefined)[] {
  const { header, records, columnNames = [] } = format;
  const component = componentOf(format);
  if (component === undefined) return texts.map(() => undefined);
  if (records === undefined) {
    const lines = splitLines(texts, header);
    return texts.map((text, at) =>
      named(
        text,
        lines[at]?.columns.find(({ name }) => name === component),
      ),
    );
  }
  const path = pathOf(component, columnNames.indexOf(component), records.syntax);
  const fields: readonly RecordField[] = [{ role: 'column', name: component, path, as: 'text' }];
  return texts.map((text) => named(text, recordSpans({ ...records, fields }, text)[0]));
}

/** In files with columns a value stands at a number, in records under names. */
function pathOf(name: string, column: number, { kind }: RecordSyntax): RecordField['path'] {
  return kind === 'csv' || kind === 'w3c' ? [column] : name.split('.');
}

function named(text: string, span: { readonly start: number; readonly end: number } | undefined): string | undefined {
  const name = span && text.slice(span.start, span.end).trim().slice(0, LONGEST);
  return name === '' ? undefined : name;
}

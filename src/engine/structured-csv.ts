import { structuredHeader, structuredRows } from '../bundle/structured-csv.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { TemplateNames } from '../core/report/template-names.ts';
import { SEVERITIES } from '../core/scan/scanned-log.ts';
import type { GroupedLog } from './grouped-log.ts';
import type { OpenedLog } from './opened-log.ts';
import { readContents, readerOf } from './parameters.ts';

/** Lines that are read back at once. */
const CHUNK = 5000;

/**
 * The log as logparser's structured CSV, in pieces: a row for each record, in file order. Ends at the first problem.
 *
 * @param names of templates, by key; where there are any, the last column
 */
export async function* structuredCsv(
  log: OpenedLog,
  { keyed, templates }: Pick<GroupedLog, 'keyed' | 'templates'>,
  names: TemplateNames['byKey'],
): AsyncGenerator<Outcome<string>> {
  const { keyOfLine } = keyed;
  const { time, severity } = log.scanned;
  const readers = templates.map((template) => readerOf(log, template));
  yield { ok: true, value: structuredHeader(names.size > 0) };
  for (const lines of chunksOf(keyOfLine)) {
    const contents = await readContents(log, lines);
    if (!contents.ok) {
      yield contents;
      return;
    }
    const rows = lines.map((line, index) => {
      const key = keyOfLine[line] as number;
      const content = contents.value[index] ?? '';
      return {
        line: line + 1,
        time: time.at(line),
        level: levelOf(severity.at(line)),
        content,
        key,
        template: templates[key]?.text ?? '',
        parameters: readers[key]?.valuesIn(content) ?? [],
        ...(names.size > 0 ? { name: names.get(key) ?? '' } : {}),
      };
    });
    yield { ok: true, value: structuredRows(rows) };
  }
}

function levelOf(severity: number): string {
  return severity === 0 ? '' : (SEVERITIES[severity] ?? '');
}

/** 0-based lines with a key, some at a time. */
function* chunksOf(keyOfLine: Int32Array): Generator<readonly number[]> {
  let chunk: number[] = [];
  for (let line = 0; line < keyOfLine.length; line++) {
    if ((keyOfLine[line] as number) < 0) continue;
    if (chunk.push(line) < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

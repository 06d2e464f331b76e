import { headerOfRecords, type RecordFormat } from '../../core/scan/records/record-format.ts';
import { w3cFields } from '../../core/scan/records/w3c.ts';
import { decodeUtf8 } from '../decode.ts';
import type { DetectFormat } from './format-candidate.ts';
import { chooseFields, sessionOf } from './table-fields.ts';

/** The extended format of W3C, as IIS and content networks write it. */
export const detectW3c: DetectFormat = ({ head, lines, columns }) => {
  const directive = decodeUtf8(head)
    .split(/\r?\n/, 20)
    .find((line) => w3cFields(line) !== undefined);
  const names = directive === undefined ? undefined : w3cFields(directive);
  if (names === undefined || names.length < 2) return undefined;
  const entries = lines.filter((line) => !line.startsWith('#'));
  if (entries.length === 0) return undefined;
  const rows = entries.map((line) => line.split(line.includes('\t') ? '\t' : ' '));
  const fitting = rows.filter((row) => row.length === names.length);
  const table = { names: [...new Set(names)], rows: fitting };
  const { fields, timeFormat } = chooseFields(table, columns, (column) => [table.names[column] ?? '', column]);
  const records: RecordFormat = { syntax: { kind: 'w3c' }, fields };
  return {
    name: nameOf(names),
    header: headerOfRecords(records, timeFormat),
    records,
    share: fitting.length / rows.length,
    columnNames: table.names,
    session: sessionOf(fields, columns),
  };
};

function nameOf(names: readonly string[]): string {
  if (names.includes('id.orig_h')) return 'Zeek log';
  return names.includes('cs-uri-stem') ? 'W3C extended log of a web server' : 'W3C extended log';
}

import { plainLines } from '../../core/scan/line-windows.ts';
import { accessRecords } from '../../core/scan/records/access.ts';
import { cefRecords } from '../../core/scan/records/cef.ts';
import { jsonDocument } from '../../core/scan/records/json-document.ts';
import { jsonLines } from '../../core/scan/records/json-lines.ts';
import { KeySequences } from '../../core/scan/records/key-sequences.ts';
import { logfmtLines } from '../../core/scan/records/logfmt-lines.ts';
import type { RecordFormat } from '../../core/scan/records/record-format.ts';
import { twoLineRecords } from '../../core/scan/records/two-line.ts';
import { w3cRecords } from '../../core/scan/records/w3c.ts';
import type { NewWindowReader } from '../../core/scan/window-reader.ts';
import { csvRecords } from './csv.ts';

/** What turns the bytes of a file into lines for the scanner. */
export function windowReader(records: RecordFormat | undefined): NewWindowReader {
  if (records === undefined) return plainLines;
  const { syntax, fields } = records;
  switch (syntax.kind) {
    case 'json-lines':
      return syntax.path.length === 0 ? jsonLines(fields) : jsonDocument(syntax.path, fields, true);
    case 'logfmt':
      return logfmtLines(fields);
    case 'json-document':
      return jsonDocument(syntax.path, fields, false);
    case 'csv':
      return csvRecords({ ...syntax, fields });
    case 'w3c':
      return w3cRecords(records);
    case 'access':
      return accessRecords(records);
    case 'cef':
      return cefRecords(fields, syntax.timeWords);
    case 'two-line':
      return twoLineRecords(syntax.head);
    case 'key-sequences':
      return (...file) => new KeySequences(...file);
  }
}

/** Whether a record begins at the start of each line, so that a file may be cut there. */
export function isCutAtLines(records: RecordFormat | undefined): boolean {
  switch (records?.syntax.kind) {
    case 'json-document':
    case 'csv':
    case 'w3c':
    case 'two-line':
    case 'key-sequences':
      return false;
    default:
      return true;
  }
}

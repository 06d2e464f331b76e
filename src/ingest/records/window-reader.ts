import { plainLines } from '../../core/scan/line-windows.ts';
import { jsonDocument } from '../../core/scan/records/json-document.ts';
import { jsonLines } from '../../core/scan/records/json-lines.ts';
import type { RecordFormat } from '../../core/scan/records/record-format.ts';
import type { NewWindowReader } from '../../core/scan/window-reader.ts';

/** What turns the bytes of a file into lines for the scanner. */
export function windowReader(records: RecordFormat | undefined): NewWindowReader {
  if (records === undefined) return plainLines;
  const { syntax, fields } = records;
  switch (syntax.kind) {
    case 'json-lines':
      return syntax.path.length === 0 ? jsonLines(fields) : jsonDocument(syntax.path, fields, true);
    case 'json-document':
      return jsonDocument(syntax.path, fields, false);
    default:
      throw new RangeError(`Nothing reads ${syntax.kind} yet`);
  }
}

/** Whether a record begins at the start of each line, so that a file may be cut there. */
export function isCutAtLines(records: RecordFormat | undefined): boolean {
  switch (records?.syntax.kind) {
    case 'json-document':
    case 'csv':
      return false;
    default:
      return true;
  }
}

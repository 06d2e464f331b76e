import type { NewWindowReader } from '../window-reader.ts';
import { Cells, splitAtSpaces } from './cells.ts';
import { LineRecords, writeRaw } from './line-records.ts';
import type { RecordFormat } from './record-format.ts';
import { RowWriter } from './row-writer.ts';

/** Lines of web servers: `ip ident user [time] "METHOD path PROTO" status bytes "referrer" "agent"` and the like. */
export function accessRecords({ fields }: RecordFormat): NewWindowReader {
  return (sink, lineEnd, offset) =>
    new LineRecords(sink, lineEnd, offset, (writer) => {
      const cells = new Cells();
      const rows = new RowWriter(writer, fields);
      return (bytes, start, end, at) => {
        const isWhole = splitAtSpaces(bytes, start, end, cells);
        if (!isWhole || !rows.write(bytes, cells, at)) writeRaw(writer, bytes, start, end, at);
      };
    });
}

import { LineSplitter } from '../line-splitter.ts';
import { behindMark } from '../line-windows.ts';
import type { NewWindowReader } from '../window-reader.ts';
import { skipBlank } from './json-bytes.ts';
import { JsonRecordWriter, MOST_RECORD_BYTES } from './json-records.ts';
import type { RecordField } from './record-format.ts';

/** Objects, each on one line. Other lines are written as they are. */
export function jsonLines(fields: readonly RecordField[]): NewWindowReader {
  return (sink, lineEnd, offset) => {
    const writer = new JsonRecordWriter(fields, sink);
    const lines = new LineSplitter(
      {
        line(bytes, start, end, at, isCut) {
          const from = at === 0 ? behindMark(bytes, start, end) : start;
          if (skipBlank(bytes, from, end) === end) writer.text(bytes, from, from, at, false);
          else writer.record(bytes, from, end, at, isCut);
        },
      },
      lineEnd,
      offset,
      MOST_RECORD_BYTES,
    );
    return {
      push: (block) => lines.push(block),
      end() {
        lines.end();
        writer.flush();
      },
    };
  };
}

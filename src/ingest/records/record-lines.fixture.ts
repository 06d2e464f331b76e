import type { RecordField } from '../../core/scan/records/record-format.ts';
import type { NewWindowReader } from '../../core/scan/window-reader.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export interface RecordLines {
  /** What the scanner gets, a line each. */
  readonly lines: readonly string[];
  /** Where the record of each stands. */
  readonly starts: readonly number[];
  readonly cutLines: number;
}

/** What a reader makes of a text that comes in blocks of the given sizes, the last of which repeats. */
export function recordLines(reader: NewWindowReader, text: string, sizes: readonly number[] = [1 << 30]): RecordLines {
  const bytes = encoder.encode(text);
  const lines: string[] = [];
  const starts: number[] = [];
  let cutLines = 0;
  const instance = reader(
    {
      window(block, from, to, offset, places) {
        lines.push(...decoder.decode(block.subarray(from, to)).split('\n').slice(0, -1));
        starts.push(...(places ?? [offset]));
      },
      cutLine: () => {
        cutLines++;
      },
    },
    'lf',
    0,
  );
  for (let from = 0, i = 0; from < bytes.length; i++) {
    const size = sizes[Math.min(i, sizes.length - 1)] ?? 1;
    instance.push(bytes.slice(from, from + size));
    from += size;
  }
  instance.end();
  return { lines, starts, cutLines };
}

export function field(
  role: RecordField['role'],
  path: RecordField['path'],
  as: RecordField['as'] = 'text',
): RecordField {
  return { role, name: path.join('.'), path, as };
}

import { EQUALS, LF, PIPE } from '../kernel/byte-classes.ts';
import type { NewWindowReader } from '../window-reader.ts';
import { CefRecord } from './cef-record.ts';
import { FieldWriter } from './field-writer.ts';
import { BACKSLASH } from './json-bytes.ts';
import { LineRecords, writeRaw } from './line-records.ts';
import { type PathNode, pathTree } from './path-tree.ts';
import type { RecordField } from './record-format.ts';

const SMALL_N = 110;
const SMALL_R = 114;

/** Finds some values in lines of CEF and LEEF: one of `CEF_PLACES`, or that of a key. */
export class CefFields {
  /** `[start, end)` of the value of each path; both -1 where it is missing. */
  readonly spans: Int32Array;
  private readonly record: CefRecord;
  private readonly root: PathNode;
  private readonly paths: readonly (readonly (string | number)[])[];
  private bytes: Uint8Array = new Uint8Array(0);

  constructor(paths: readonly (readonly (string | number)[])[], timeWords: number) {
    this.record = new CefRecord(timeWords);
    this.root = pathTree(paths.map(([key]) => (typeof key === 'string' ? [key] : [])));
    this.paths = paths;
    this.spans = new Int32Array(2 * paths.length);
  }

  /** @returns whether the line is a record */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.spans.fill(-1);
    if (!this.record.read(bytes, start, end)) return false;
    this.bytes = bytes;
    this.paths.forEach(([place], field) => {
      if (typeof place !== 'number') return;
      this.spans[2 * field] = this.record.places[2 * place] ?? -1;
      this.spans[2 * field + 1] = this.record.places[2 * place + 1] ?? -1;
    });
    this.record.eachPair(this.pair);
    return true;
  }

  private readonly pair = (keyStart: number, keyEnd: number, start: number, end: number): void => {
    for (const field of this.root.child(this.bytes, keyStart, keyEnd)?.fields ?? []) {
      if ((this.spans[2 * field] as number) >= 0) continue;
      this.spans[2 * field] = start;
      this.spans[2 * field + 1] = end;
    }
  };
}

/** Lines of CEF and LEEF; others are written as they are. @param timeWords of which the time of syslog before them consists */
export function cefRecords(fields: readonly RecordField[], timeWords: number): NewWindowReader {
  return (sink, lineEnd, offset) =>
    new LineRecords(sink, lineEnd, offset, (writer) => {
      const paths = fields.map(({ path }) => path);
      const found = new CefFields(paths, timeWords);
      const values = new FieldWriter(fields, writer);
      return (bytes, start, end, at) => {
        if (!found.read(bytes, start, end)) return writeRaw(writer, bytes, start, end, at);
        writer.begin(at);
        values.write(unescaped(bytes, start, end, found.spans), found.spans);
        writer.end();
      };
    });
}

/** Takes backslashes that hide `|`, `=`, `\` and line ends out of the values. @param spans changed in place */
function unescaped(bytes: Uint8Array, start: number, end: number, spans: Int32Array): Uint8Array {
  if (bytes.subarray(0, end).indexOf(BACKSLASH, start) < 0) return bytes;
  const copy = new Uint8Array(end - start + spans.length);
  let length = 0;
  for (let i = 0; i < spans.length; i += 2) {
    const from = spans[i] as number;
    const to = spans[i + 1] as number;
    if (from < 0) continue;
    // No value begins at 0: what stands before one tells strings of JSON apart.
    spans[i] = ++length;
    length = copyUnescaped(bytes, from, to, copy, length);
    spans[i + 1] = length;
  }
  return copy;
}

/** @returns behind the copy */
function copyUnescaped(bytes: Uint8Array, start: number, end: number, out: Uint8Array, at: number): number {
  let length = at;
  for (let p = start; p < end; p++) {
    const hidden = bytes[p] === BACKSLASH && p + 1 < end ? whatHides(bytes[p + 1] as number) : -1;
    if (hidden >= 0) p++;
    out[length++] = hidden >= 0 ? hidden : (bytes[p] as number);
  }
  return length;
}

/** @returns -1 where the backslash stands for itself, as in paths of Windows */
function whatHides(c: number): number {
  if (c === SMALL_N || c === SMALL_R) return LF;
  return c === BACKSLASH || c === PIPE || c === EQUALS ? c : -1;
}

import { EQUALS } from '../kernel/byte-classes.ts';
import { LineSplitter } from '../line-splitter.ts';
import { behindMark } from '../line-windows.ts';
import type { NewWindowReader } from '../window-reader.ts';
import { FieldWriter } from './field-writer.ts';
import { QUOTE, skipBlank, stringEnd } from './json-bytes.ts';
import { MOST_RECORD_BYTES } from './json-records.ts';
import { type PathNode, pathTree } from './path-tree.ts';
import type { RecordField } from './record-format.ts';
import { RecordWriter } from './record-writer.ts';

const SPACE_BYTE = 32;

/** Finds the values of some keys in lines of `key=value key="a value" flag`. */
export class LogfmtFields {
  /** `[start, end)` of the value of each path, without quotes; both -1 where it is missing. */
  readonly spans: Int32Array;
  private readonly root: PathNode;

  constructor(paths: readonly (readonly (string | number)[])[]) {
    this.root = pathTree(paths);
    this.spans = new Int32Array(2 * paths.length);
  }

  /** @returns whether the line begins with `key=` and all of its quotes are closed */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.spans.fill(-1);
    const first = skipBlank(bytes, start, end);
    let p = first;
    let isRecord = false;
    while (p < end) {
      const keyEnd = wordEnd(bytes, p, end);
      if (keyEnd === end || bytes[keyEnd] !== EQUALS) {
        if (p === first) return false;
        p = skipBlank(bytes, Math.max(keyEnd, p + 1), end);
        continue;
      }
      if (keyEnd === p) return false;
      isRecord = true;
      const last = this.value(this.root.child(bytes, p, keyEnd), bytes, keyEnd + 1, end);
      if (last < 0) return false;
      p = skipBlank(bytes, last, end);
    }
    return isRecord;
  }

  /** @returns behind the value; -1 where it does not end */
  private value(node: PathNode | undefined, bytes: Uint8Array, start: number, end: number): number {
    const isQuoted = start < end && bytes[start] === QUOTE;
    const from = isQuoted ? start + 1 : start;
    const to = isQuoted ? stringEnd(bytes, from, end) : spaceAfter(bytes, from, end);
    if (to < 0) return -1;
    for (const field of node?.fields ?? []) {
      if ((this.spans[2 * field] as number) >= 0) continue;
      this.spans[2 * field] = from;
      this.spans[2 * field + 1] = to;
    }
    return isQuoted ? to + 1 : to;
  }
}

/** Before `=` or white space. */
function wordEnd(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  while (p < end && (bytes[p] as number) > SPACE_BYTE && bytes[p] !== EQUALS) p++;
  return p;
}

function spaceAfter(bytes: Uint8Array, start: number, end: number): number {
  let p = start;
  while (p < end && (bytes[p] as number) > SPACE_BYTE) p++;
  return p;
}

/** Lines of `key=value`; others are written as they are. */
export function logfmtLines(fields: readonly RecordField[]): NewWindowReader {
  return (sink, lineEnd, offset) => {
    const writer = new RecordWriter(sink);
    const found = new LogfmtFields(fields.map(({ path }) => path));
    const values = new FieldWriter(fields, writer);
    const lines = new LineSplitter(
      {
        line(bytes, start, end, at, isCut) {
          const from = at === 0 ? behindMark(bytes, start, end) : start;
          const isRecord = found.read(bytes, from, end);
          writer.begin(at);
          if (isCut) writer.cut();
          if (isRecord) values.write(bytes, found.spans);
          else writer.text(bytes, from, end);
          writer.end();
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

import { ColumnBuilder } from '../base/column-builder.ts';
import type { PackedColumn } from '../base/packed-column.ts';
import type { Milliseconds } from '../base/units.ts';
import type { IdentifierColumn, ScannedFile, ScannedLog } from '../scan/scanned-log.ts';

/**
 * The lines of all files by time. Each file's own lines keep their order, and files keep theirs where times are equal.
 *
 * @returns shape [lines]: which line comes at each place; undefined where files follow each other, so that lines stay
 */
export function linesByTime(log: Timed): Int32Array | undefined {
  const { files, time } = log;
  if (files.length < 2 || time.length === 0 || Number.isNaN(time.at(0))) return undefined;
  const heads = files.filter(({ lines }) => lines > 0).map((file, index) => new FileHead(log, file, index));
  if (followEachOther(heads, time)) return undefined;
  const heap = heads.toSorted(comesFirst);
  const order = new Int32Array(time.length);
  for (let place = 0; place < order.length; place++) {
    const first = heap[0] as FileHead;
    order[place] = first.line;
    if (!first.advance()) {
      const last = heap.pop() as FileHead;
      if (last !== first) heap[0] = last;
    }
    sink(heap);
  }
  return order;
}

type Timed = Pick<ScannedLog, 'files' | 'time' | 'signature' | 'headerless'>;

/** Where reading a file has got to. */
class FileHead {
  line: number;
  /** Time of the line; that of an earlier one where that was later. */
  time: Milliseconds;
  readonly index: number;
  readonly end: number;
  private readonly times: PackedColumn;
  private readonly dated: number;

  constructor({ time, signature, headerless }: Timed, { firstLine, lines }: ScannedFile, index: number) {
    this.line = firstLine;
    this.end = firstLine + lines;
    this.index = index;
    this.times = time;
    let dated = firstLine;
    // Lines before the first with a time have been given the last time of the file before.
    while (dated < this.end && (signature.at(dated) < 0 || headerless?.at(dated) === 1)) dated++;
    this.dated = dated === this.end ? firstLine : dated;
    this.time = time.at(this.dated);
  }

  /** @returns whether there is a next line */
  advance(): boolean {
    this.line++;
    if (this.line >= this.end) return false;
    if (this.line > this.dated) this.time = Math.max(this.time, this.times.at(this.line));
    return true;
  }
}

function followEachOther(heads: readonly FileHead[], time: PackedColumn): boolean {
  const most = heads.map((head) => head.time);
  let at = 0;
  time.each((value, line) => {
    while (line >= (heads[at] as FileHead).end) at++;
    if (value > (most[at] as number)) most[at] = value;
  });
  return heads.every((head, index) => index === 0 || head.time >= (most[index - 1] as number));
}

const comesFirst = (a: FileHead, b: FileHead) => a.time - b.time || a.index - b.index;

/** Puts the first of a heap where it belongs. */
function sink(heap: FileHead[]): void {
  for (let at = 0; ; ) {
    const left = 2 * at + 1;
    const right = left + 1;
    let first = at;
    for (const child of [left, right]) {
      if (child < heap.length && comesFirst(heap[child] as FileHead, heap[first] as FileHead) < 0) first = child;
    }
    if (first === at) return;
    const moved = heap[at] as FileHead;
    heap[at] = heap[first] as FileHead;
    heap[first] = moved;
    at = first;
  }
}

/** The rows of a column in an order. */
export function columnInOrder(column: PackedColumn, order: Int32Array): PackedColumn {
  const built = new ColumnBuilder();
  for (const line of order) built.push(column.at(line));
  return built.finish();
}

/** The identifiers of lines in an order, numbered as they come. */
export function identifiersInOrder(column: IdentifierColumn, order: Int32Array): IdentifierColumn {
  const numbering = new Numbering(column.ids);
  const firstMore = new Map<number, number>();
  for (let at = column.more.length - 2; at >= 0; at -= 2) firstMore.set(column.more[at] as number, at);
  const first = new ColumnBuilder();
  const more: number[] = [];
  order.forEach((line, place) => {
    const id = column.first.at(line);
    first.push(id < 0 ? -1 : numbering.numberOf(id));
    for (let at = firstMore.get(line) ?? column.more.length; column.more[at] === line; at += 2) {
      more.push(place, numbering.numberOf(column.more[at + 1] as number));
    }
  });
  return { ids: numbering.ids, first: first.finish(), more: Int32Array.from(more) };
}

class Numbering {
  readonly ids: string[] = [];
  private readonly all: readonly string[];
  private readonly numbers: Int32Array;

  constructor(all: readonly string[]) {
    this.all = all;
    this.numbers = new Int32Array(all.length).fill(-1);
  }

  numberOf(id: number): number {
    const known = this.numbers[id] as number;
    if (known >= 0) return known;
    this.numbers[id] = this.ids.length;
    return this.ids.push(this.all[id] as string) - 1;
  }
}

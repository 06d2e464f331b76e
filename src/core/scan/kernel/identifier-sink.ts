import { type ByteArray, grown, type Int, type IntArray, newInts } from './arrays.ts';
import { IdentifierIndex } from './identifier-index.ts';

/** Files the identifiers that rules find. */
export class IdentifierSink {
  /** Shape [rows, rules]: number of the first identifier of each row, -1 where there is none. */
  first: IntArray = newInts(1024);
  /** (rule, row, number) of all further ones. */
  more: IntArray = newInts(3 * 64);
  moreCount: Int = 0;
  /** (rule, offset of the first byte, length) of the identifiers that the last scan saw first. */
  fresh: IntArray = newInts(3 * 64);
  freshCount: Int = 0;
  private readonly rules: Int;
  private readonly indices: IdentifierIndex[] = [];
  private row: Int = 0;
  private line: Int = 0;
  private offset: Int = 0;

  constructor(rules: Int) {
    this.rules = rules;
    for (let rule = 0; rule < rules; rule++) this.indices.push(new IdentifierIndex());
  }

  /** @param offset of the first byte */
  beginScan(offset: Int): void {
    this.offset = offset;
    this.freshCount = 0;
  }

  /** @param line counts all lines that were ever scanned */
  beginLine(row: Int, line: Int): void {
    this.row = row;
    this.line = line;
    const at = row * this.rules;
    if (at + this.rules > this.first.length) this.first = grown(this.first, at + this.rules);
    for (let rule = 0; rule < this.rules; rule++) this.first[at + rule] = -1;
  }

  /** Forgets the rows, not the identifiers. */
  clear(): void {
    this.moreCount = 0;
  }

  found(rule: Int, bytes: ByteArray, start: Int, end: Int): void {
    const index = this.indices[rule] as IdentifierIndex;
    const known = index.size;
    const id = index.add(bytes, start, end, this.line);
    if (id < 0) return;
    if (id === known) this.addFresh(rule, start, end);
    const at = this.row * this.rules + rule;
    if ((this.first[at] as Int) < 0) this.first[at] = id;
    else this.addMore(rule, id);
  }

  private addFresh(rule: Int, start: Int, end: Int): void {
    const at = 3 * this.freshCount++;
    if (at + 3 > this.fresh.length) this.fresh = grown(this.fresh, at + 3);
    this.fresh[at] = rule;
    this.fresh[at + 1] = this.offset + start;
    this.fresh[at + 2] = end - start;
  }

  private addMore(rule: Int, id: Int): void {
    const at = 3 * this.moreCount++;
    if (at + 3 > this.more.length) this.more = grown(this.more, at + 3);
    this.more[at] = rule;
    this.more[at + 1] = this.row;
    this.more[at + 2] = id;
  }
}

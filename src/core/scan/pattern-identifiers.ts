import { ColumnBuilder } from '../base/column-builder.ts';
import type { LinePattern } from './line-pattern.ts';
import type { PartIdentifiers } from './scan-part.ts';

/** The identifiers that a user's expression finds in lines. */
export class PatternIdentifiers {
  private readonly pattern: LinePattern;
  private readonly byText = new Map<string, number>();
  private readonly first = new ColumnBuilder();
  private readonly more: number[] = [];

  constructor(pattern: LinePattern) {
    this.pattern = pattern;
  }

  /** @param line the next one, without its line end */
  add(line: string): void {
    const row = this.first.length;
    const [first, ...more] = new Set(this.pattern.find(line));
    this.first.push(first === undefined ? -1 : this.numberOf(first));
    for (const id of more) this.more.push(row, this.numberOf(id));
  }

  finish(): PartIdentifiers {
    return { ids: [...this.byText.keys()], first: this.first.finish().blocks, more: Int32Array.from(this.more) };
  }

  private numberOf(id: string): number {
    const number = this.byText.get(id) ?? this.byText.size;
    this.byText.set(id, number);
    return number;
  }
}

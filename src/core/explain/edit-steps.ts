import type { LogKey } from '../base/brand.ts';

/** How one sequence of log keys departs from another, step by step. */
export type EditStep =
  | { readonly is: 'same' | 'extra'; readonly key: LogKey; readonly position: number }
  | { readonly is: 'missing'; readonly key: LogKey }
  /** One of two neighbours that came the other way round; `due` stands there in the other sequence. */
  | { readonly is: 'swapped'; readonly key: LogKey; readonly position: number; readonly due: LogKey };

/** Sides on which the data cut a session off: what it lacks there costs nothing. */
export interface CutSides {
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

const NEVER = 2 ** 30;

/**
 * Edit distances from one sequence to others: events to take out, to put in, or to swap with their neighbour, each of which costs 1
 * ("optimal string alignment" without replacements). An event in place of another is an extra one and a missing one, so that the
 * distance is never less than what the two sequences lack of each other's events.
 */
export class EditTable {
  private readonly one: ArrayLike<number>;
  private readonly cut: CutSides;
  /** Cell (i, j): the distance between the first i events of the one and the first j of the other. Those far off the diagonal are not set. */
  private cells = new Int32Array(0);
  private width = 0;

  constructor(one: ArrayLike<number>, cut: CutSides) {
    this.one = one;
    this.cut = cut;
  }

  /** @returns undefined where the distance is more than `most` */
  distanceTo(other: ArrayLike<number>, most: number): number | undefined {
    const found = this.fill(other, most);
    return found === undefined || found.distance > most ? undefined : found.distance;
  }

  /** The steps of a cheapest way; where there are several, events are the same as late as can be. */
  stepsTo(other: ArrayLike<number>): readonly EditStep[] {
    const found = this.fill(other, this.one.length + other.length);
    const steps: EditStep[] = [];
    let i = this.one.length;
    let j = found?.end ?? 0;
    while (i > 0 || (j > 0 && !this.cut.atStart)) {
      const last = this.lastSteps(other, i, j);
      steps.push(...last);
      i -= last.filter(({ is }) => is !== 'missing').length;
      j -= last.filter(({ is }) => is !== 'extra').length;
    }
    return steps.reverse();
  }

  /** The last steps on the way to a cell, the very last one first. */
  private lastSteps(other: ArrayLike<number>, i: number, j: number): readonly EditStep[] {
    const own = this.one[i - 1] as LogKey;
    const due = other[j - 1] as LogKey;
    const here = this.at(i, j);
    if (i > 0 && j > 0 && own === due && here === this.at(i - 1, j - 1)) {
      return [{ is: 'same', key: own, position: i - 1 }];
    }
    if (this.isSwap(other, i, j) && here === this.at(i - 2, j - 2) + 1) {
      return [
        { is: 'swapped', key: own, position: i - 1, due },
        { is: 'swapped', key: due, position: i - 2, due: own },
      ];
    }
    return i > 0 && here === this.at(i - 1, j) + 1
      ? [{ is: 'extra', key: own, position: i - 1 }]
      : [{ is: 'missing', key: due }];
  }

  /** The distance, and how much of the other sequence lies before its end. */
  private fill(other: ArrayLike<number>, most: number): { distance: number; end: number } | undefined {
    const { one, cut } = this;
    const isWhole = !cut.atStart && !cut.atEnd;
    if (isWhole && Math.abs(one.length - other.length) > most) return undefined;
    this.width = other.length + 1;
    const size = (one.length + 1) * this.width;
    if (this.cells.length < size) this.cells = new Int32Array(size);
    let before = 0;
    for (let i = 0; i <= one.length; i++) {
      const least = this.fillRow(other, i, most);
      if (least > most && before > most) return undefined;
      before = least;
    }
    const { from, to } = this.band(one.length, most);
    if (!cut.atEnd) return { distance: this.at(one.length, other.length), end: other.length };
    let end = from;
    for (let j = from; j <= to; j++) if (this.at(one.length, j) <= this.at(one.length, end)) end = j;
    return { distance: this.at(one.length, end), end };
  }

  /** Only cells that a way of at most `most` can lead through. @returns the least of the row */
  private fillRow(other: ArrayLike<number>, i: number, most: number): number {
    const { cells, width } = this;
    const row = i * width;
    const { from, to } = this.band(i, most);
    let least = NEVER;
    if (from > 0) cells[row + from - 1] = NEVER;
    if (to + 1 < width) cells[row + to + 1] = NEVER;
    for (let j = from; j <= to; j++) {
      const cell = this.cellFor(other, i, j);
      cells[row + j] = cell;
      if (cell < least) least = cell;
    }
    return least;
  }

  private cellFor(other: ArrayLike<number>, i: number, j: number): number {
    if (i === 0) return j === 0 || this.cut.atStart ? 0 : this.at(0, j - 1) + 1;
    const extra = this.at(i - 1, j) + 1;
    if (j === 0) return extra;
    const least = Math.min(extra, this.at(i, j - 1) + 1);
    if (this.one[i - 1] === other[j - 1]) return Math.min(least, this.at(i - 1, j - 1));
    return this.isSwap(other, i, j) ? Math.min(least, this.at(i - 2, j - 2) + 1) : least;
  }

  private band(i: number, most: number): { readonly from: number; readonly to: number } {
    const last = this.width - 1;
    return { from: Math.min(last, Math.max(0, i - most)), to: this.cut.atStart ? last : Math.min(last, i + most) };
  }

  private isSwap(other: ArrayLike<number>, i: number, j: number): boolean {
    const { one } = this;
    if (i < 2 || j < 2) return false;
    return one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
  }

  private at(i: number, j: number): number {
    return this.cells[i * this.width + j] as number;
  }
}

import type { SearchHits } from '../core/report/log-view.ts';

/** Lines that are kept; those behind them are counted. */
const MOST_KEPT = 10_000;
const PROGRESS_MS = 100;

/** Collects the lines that a search finds, in ascending order. */
export class HitList {
  private readonly wanted: Int32Array | undefined;
  private readonly onHits: (hits: SearchHits) => void;
  private readonly kept: number[] = [];
  private count = 0;
  /** Into `wanted`. */
  private next = 0;
  private toldAt = performance.now();

  /** @param wanted 0-based, ascending; others are not counted */
  constructor(wanted: Int32Array | undefined, onHits: (hits: SearchHits) => void) {
    this.wanted = wanted;
    this.onHits = onHits;
  }

  /** @param line 0-based, behind the one before */
  add(line: number): void {
    if (!this.isWanted(line)) return;
    this.count++;
    if (this.kept.length < MOST_KEPT) this.kept.push(line + 1);
  }

  /** Tells what there is, not too often. @param done share that was searched */
  progress(done: number): void {
    const now = performance.now();
    if (done >= 1 || now - this.toldAt < PROGRESS_MS) return;
    this.toldAt = now;
    this.onHits(this.hits(done));
  }

  end(): SearchHits {
    return this.hits(1);
  }

  private hits(done: number): SearchHits {
    return { count: this.count, lines: Int32Array.from(this.kept), done };
  }

  private isWanted(line: number): boolean {
    const { wanted } = this;
    if (wanted === undefined) return true;
    while ((wanted[this.next] ?? Number.POSITIVE_INFINITY) < line) this.next++;
    return wanted[this.next] === line;
  }
}

/** Of a row that is not wrapped, in CSS pixels, for text of usual size. */
export const ROW_HEIGHT = 20;

/** Firefox stops at 17,895,697 pixels and Chromium at 33,554,428; far below them a pixel is still one step of both. */
const MOST_PIXELS = 8_000_000;

/**
 * Where a list of any length stands, and what its scrollbar shows. The place is the row at the top, with a fraction of it
 * that is out of sight; a scrollbar that cannot be as long as the list stands for it on a smaller scale.
 */
export class ScrollMap {
  /** Of what is scrolled, in CSS pixels. */
  readonly height: number;
  /** The place at which the end of the list is in sight. */
  readonly lastTop: number;
  private readonly lastScroll: number;

  /**
   * @param viewport height of what is in sight, in CSS pixels
   * @param endRows rows that fill it at the end of the list
   */
  constructor(rows: number, viewport: number, endRows: number) {
    this.height = Math.min(MOST_PIXELS, Math.max(viewport, rows * ROW_HEIGHT));
    this.lastTop = Math.max(0, rows - endRows);
    this.lastScroll = Math.max(0, this.height - viewport);
  }

  /** The nearest place there is. */
  clamp(top: number): number {
    return Math.max(0, Math.min(this.lastTop, top));
  }

  topOf(scroll: number): number {
    return this.lastScroll === 0 ? 0 : this.clamp((scroll / this.lastScroll) * this.lastTop);
  }

  scrollOf(top: number): number {
    return this.lastTop === 0 ? 0 : (this.clamp(top) / this.lastTop) * this.lastScroll;
  }
}

import { FOUR } from '../../base/fours.ts';

/** Keys of one object that are guessed. */
export const MOST_GUESSES = 64;
/** Longer keys are not guessed. */
const MOST_BYTES = 64;

/**
 * What stood at one place among the keys of an object: a key with its quotes, its colon and the white space about it. Programs
 * write the keys of their records in one order, so that mostly the same bytes stand there in the next record.
 */
export class KeyGuess<Node> {
  /** 0 where nothing is guessed. */
  length = 0;
  /** What the key leads to. */
  node: Node | undefined;
  /** The bytes four by four; the last four overlap those before them. */
  private readonly fours = new Int32Array(MOST_BYTES / FOUR);
  private lastFour = 0;

  set(view: DataView, start: number, end: number, node: Node | undefined): void {
    const length = end - start;
    this.length = length >= FOUR && length <= MOST_BYTES ? length : 0;
    if (this.length === 0) return;
    this.node = node;
    for (let i = 0; FOUR * i + FOUR <= length; i++) this.fours[i] = view.getInt32(start + FOUR * i, true);
    this.lastFour = view.getInt32(end - FOUR, true);
  }

  /** Whether the guessed bytes stand at `at`, all of them before `end`. */
  isAt(view: DataView, at: number, end: number): boolean {
    const { length, fours } = this;
    if (length === 0 || length > end - at) return false;
    const last = at + length - FOUR;
    for (let p = at, i = 0; p < last; p += FOUR, i++) if (view.getInt32(p, true) !== fours[i]) return false;
    return view.getInt32(last, true) === this.lastFour;
  }
}

import { valuesOf } from '../../core/base/packed-column.ts';
import type { Milliseconds } from '../../core/base/units.ts';
import type { OpenSession } from '../../core/sequence/open-sessions.ts';
import type { KeyedSignature } from './stream-keys.ts';
import type { LineBatch } from './stream-lines.ts';

const NO_NUMBERS: Float32Array = new Float32Array(0);

/** What one line of a batch after the other adds to each of its sessions. */
export class LineEvent {
  /** 0-based. */
  lineOfBatch = -1;
  readonly #batch: LineBatch;
  readonly #offset: Float64Array;
  #known: KeyedSignature | undefined;
  /** Plain numbers of a block of lines, and where those of the line begin. */
  #numbers = NO_NUMBERS;
  #first = 0;

  constructor(batch: LineBatch) {
    this.#batch = batch;
    this.#offset = valuesOf(batch.log.scanned.start);
  }

  /** 0-based, of the stream. */
  get line(): number {
    return this.#batch.firstLine + this.lineOfBatch;
  }

  get time(): Milliseconds {
    return this.#batch.time[this.lineOfBatch] as number;
  }

  /** Whether the line has a key. */
  get isKnown(): boolean {
    return this.#known !== undefined;
  }

  /** Whether it is an event of no session. */
  get isIgnored(): boolean {
    return this.#known?.isIgnored === true;
  }

  /** Goes before the first line of a block. */
  beginBlock(block: number): void {
    this.#known = undefined;
    this.#numbers = this.#batch.log.scanned.numbers[block] ?? NO_NUMBERS;
    this.#first = 0;
  }

  /** Goes to the next line. */
  beginLine(known: KeyedSignature | undefined): void {
    this.#first += this.#known?.numbers ?? 0;
    this.#known = known;
    this.lineOfBatch++;
  }

  readonly addTo = (session: OpenSession): void => {
    if (this.#known === undefined) return;
    const { key, sources, isIgnored } = this.#known;
    if (isIgnored) {
      session.ignored++;
      return;
    }
    session.addEvent(this.time, key, this.line, this.#offset[this.lineOfBatch] as number, sources.length);
    for (const { number, scale, constant } of sources) {
      session.addValue(number < 0 ? constant : scale * (this.#numbers[this.#first + number] ?? Number.NaN));
    }
  };
}

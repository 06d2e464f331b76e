import type { TimestampReader } from '../timestamp-reader.ts';
import { type ByteArray, type DoubleArray, type Int, newDoubles } from './arrays.ts';
import { LESSON_LENGTH } from './time-memo.ts';

/** Reads the timestamps that are not like the last one of their column. */
export class TimeHost {
  /** About the timestamp that was read last. */
  readonly lesson: DoubleArray = newDoubles(LESSON_LENGTH);
  private readonly readers: readonly (TimestampReader | undefined)[];

  /** @param readers of the header's columns */
  constructor(readers: readonly (TimestampReader | undefined)[]) {
    this.readers = readers;
  }

  /** @returns its end; -1 where the text at `start` does not have the column's format */
  read(column: Int, bytes: ByteArray, start: Int): Int {
    const reader = this.readers[column];
    if (reader === undefined) return -1;
    const time = reader.read(bytes, start, bytes.length);
    if (reader.end >= 0) reader.teach(this.lesson, time, start);
    return reader.end;
  }
}

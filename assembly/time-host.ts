import { type ByteArray, type DoubleArray, type Int, newDoubles } from './arrays';
import { LESSON_LENGTH } from './time-memo';

@external('host', 'readTime')
declare function readTime(column: i32, start: i32): i32;

/** Asks the host to read a timestamp: takes the place of `src/core/scan/kernel/time-host.ts`. */
export class TimeHost {
  readonly lesson: DoubleArray = newDoubles(LESSON_LENGTH);

  read(column: Int, bytes: ByteArray, start: Int): Int {
    return readTime(column, start);
  }
}

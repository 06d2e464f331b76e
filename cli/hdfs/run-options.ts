import { isWhole } from '../whole-number.ts';

/** What all measurements on HDFS are told. */
interface RunOptions {
  /** False alarms as a share of normal sessions. */
  readonly budget: number;
  readonly epochs: number;
  readonly seed: number;
}

/** What is wrong with them; undefined where nothing is. */
export function faultOfRun({ budget, epochs, seed }: RunOptions): string | undefined {
  if (!(budget > 0 && budget < 1)) return '--budget must be between 0 and 1.';
  if (!isWhole(epochs, 1)) return '--epochs must be a whole number above 0.';
  return isWhole(seed) ? undefined : '--seed must be a whole number.';
}

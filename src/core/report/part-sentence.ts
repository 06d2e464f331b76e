import { formatBytes } from '../base/format.ts';
import type { PartReport } from './log-report.ts';

/** Where only a part of the files was read, all that is told is of that part. */
export function partSentence({ by, bytes, of }: PartReport): string {
  const [read, all] = [formatBytes(bytes), formatBytes(of)];
  return by === 'first'
    ? `Only the first ${read} of ${all} were read.`
    : `Only a sample of ${read} of ${all} was read, in stretches from all over it; lines are counted in what was read.`;
}

import type { SessionLabel } from './generate.ts';

export const LABEL_HEADER = 'id,label,cause,line';

/** The row of a label file, `id,Normal|Anomaly,cause,line`; ids and causes need no quotes. */
export function labelRow({ id, cause, line }: SessionLabel): string {
  return `${id},${cause ? 'Anomaly' : 'Normal'},${cause ?? ''},${line ?? ''}`;
}

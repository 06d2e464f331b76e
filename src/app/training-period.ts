import type { TrainingPeriod } from '../core/sequence/split.ts';

/** A period as a person writes it: between times, or between 1-based lines, both included. An end that is left out is open. */
export interface WrittenPeriod {
  readonly by: 'time' | 'lines';
  readonly period: TrainingPeriod;
}

const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/;
const LINE = /^\d{1,15}$/;

/**
 * Reads the ends of a period: times such as `2024-03-05`, `2024-03-05T10:00` or `2024-03-05 10:00:00.5+02:00`, in UTC without a zone, or
 * numbers of lines.
 *
 * @returns `none` where neither end is given, `unreadable` where an end is neither, the two differ in kind or nothing lies between them
 */
export function readPeriod(from: string | undefined, to: string | undefined): WrittenPeriod | 'none' | 'unreadable' {
  const ends = [from, to].filter((end) => end !== undefined);
  if (ends.length === 0) return 'none';
  const by = ends.every((end) => LINE.test(end)) ? 'lines' : 'time';
  const period = {
    from: from === undefined ? Number.NEGATIVE_INFINITY : by === 'lines' ? Number(from) - 1 : timeOf(from),
    to: to === undefined ? Number.POSITIVE_INFINITY : by === 'lines' ? Number(to) : timeOf(to),
  };
  return period.from < period.to ? { by, period } : 'unreadable';
}

/** The ends as {@link readPeriod} reads them; undefined where they are open. */
export function writePeriod({
  by,
  period: { from, to },
}: WrittenPeriod): Readonly<Record<'from' | 'to', string | undefined>> {
  const write = (end: number) => (by === 'lines' ? String(end) : new Date(end).toISOString());
  return {
    from: Number.isFinite(from) ? write(by === 'lines' ? from + 1 : from) : undefined,
    to: Number.isFinite(to) ? write(to) : undefined,
  };
}

/** NaN for what is no time. */
function timeOf(text: string): number {
  const [, date, clock = '00:00', zone = 'Z'] = TIME.exec(text.trim()) ?? [];
  return date === undefined ? Number.NaN : Date.parse(`${date}T${clock}${zone.replace(/^(.\d\d)(\d\d)$/, '$1:$2')}`);
}

import type { TypedColumn } from './column-typing.ts';
import type { ColumnKind } from './header-format.ts';
import { classAt, SPACE } from './kernel/byte-classes.ts';

export interface HeaderSettings {
  /** A column that has one kind in this part of the lines holds the header together. */
  readonly anchorShare: number;
  /** Lines without a time, such as stack traces, do not vote on the header where this part of all lines has one. */
  readonly datedShare: number;
  /** Words in a row that may vary between two anchors. */
  readonly longestGap: number;
}

export const HEADER_DEFAULTS: HeaderSettings = { anchorShare: 0.9, datedShare: 0.3, longestGap: 3 };

/** In a log without times, lines without a level do not vote where this part of all lines has one. */
const LEVELLED_SHARE = 0.5;

/** Sampled lines with their first columns, each typed by itself. */
export interface Sample {
  readonly settings: HeaderSettings;
  readonly lines: readonly Uint8Array[];
  readonly columns: readonly (readonly TypedColumn[])[];
  readonly pipe: boolean;
}

/** Only lines with a time (a level) where it mostly stands, if enough lines have one; indented lines continue the one before. */
export function votingLines(sample: Sample): Sample {
  const { datedShare } = sample.settings;
  return linesWith('time', datedShare, sample) ?? linesWith('level', LEVELLED_SHARE, sample) ?? sample;
}

function linesWith(kind: ColumnKind, leastShare: number, sample: Sample): Sample | undefined {
  const places = new Map<number, number>();
  for (const columns of sample.columns) {
    const place = columns.findIndex((column) => column.kind === kind);
    if (place >= 0) places.set(place, (places.get(place) ?? 0) + 1);
  }
  const [place, count] = [...places].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [-1, 0]);
  const heads = sample.lines.filter((line) => classAt(line, 0) !== SPACE).length;
  if (count === 0 || count < leastShare * heads) return undefined;
  const dated = sample.columns.map((columns) => columns[place]?.kind === kind);
  return {
    ...sample,
    lines: sample.lines.filter((_, index) => dated[index]),
    columns: sample.columns.filter((_, index) => dated[index]),
  };
}

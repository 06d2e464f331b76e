import { bytesOfUnits } from './bytes.ts';
import type { ColumnKind, HeaderFormat, JoinedLines } from './header-format.ts';
import {
  BRACKET_COLUMN,
  COMPONENT_COLUMN,
  HeaderKernel,
  JOINS_HEADERLESS,
  JOINS_INDENTED,
  JOINS_MARKED,
  LAYOUT_KINDS,
  LEVEL_COLUMN,
  PROCESS_ID_COLUMN,
  TIME_COLUMN,
  WORD_COLUMN,
} from './kernel/header-kernel.ts';
import { TimeHost } from './kernel/time-host.ts';
import { levelTable } from './severity.ts';
import { TimestampReader } from './timestamp-reader.ts';

const LF = '\n';
const KINDS: Readonly<Record<ColumnKind, number>> = {
  word: WORD_COLUMN,
  integer: WORD_COLUMN,
  dash: WORD_COLUMN,
  time: TIME_COLUMN,
  level: LEVEL_COLUMN,
  bracket: BRACKET_COLUMN,
  component: COMPONENT_COLUMN,
  'process-id': PROCESS_ID_COLUMN,
};

const JOINS: Readonly<Record<JoinedLines, number>> = {
  indented: JOINS_INDENTED,
  headerless: JOINS_HEADERLESS,
  marked: JOINS_MARKED,
};

/** A header as the kernel wants it, see `LAYOUT_KINDS`. */
export function layoutOf(header: HeaderFormat): Int32Array {
  const { separator, columns, timeColumn, levelColumn, dashBeforeContent, joins } = header;
  const required = header.requiredColumn ?? (timeColumn >= 0 ? timeColumn : levelColumn);
  const layout = new Int32Array(LAYOUT_KINDS + columns.length);
  const joined = joins === undefined ? 0 : JOINS[joins];
  layout.set([separator === 'pipe' ? 1 : 0, dashBeforeContent ? 1 : 0, timeColumn, levelColumn, joined, required]);
  layout.set(
    columns.map(({ kind }) => KINDS[kind]),
    LAYOUT_KINDS,
  );
  return layout;
}

export function timeHost({ columns }: HeaderFormat): TimeHost {
  return new TimeHost(columns.map(({ kind, format }) => (kind === 'time' ? new TimestampReader(format) : undefined)));
}

/** Reads headers of lines as {@link lineBytes} gives them. */
export function headerReader(header: HeaderFormat): HeaderKernel {
  const time = new Float64Array(1);
  return new HeaderKernel(header.columns.length, layoutOf(header), levelTable(), timeHost(header), time);
}

/** A line without its line end in the form the kernel reads: one byte a UTF-16 unit, and LF behind them. */
export function lineBytes(line: string): Uint8Array {
  return bytesOfUnits(line + LF);
}

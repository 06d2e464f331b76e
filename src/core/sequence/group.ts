import type { Milliseconds } from '../base/units.ts';
import type { IdentifierColumn } from '../scan/scanned-log.ts';
import type { SessionTable } from './session-table.ts';

/** The lines that can belong to sessions, in order, as columns over all lines of the log. */
export interface KeyedLines {
  /** Log key of each line, -1 for a blank one. */
  readonly key: Int32Array;
  /** Time of each line; gaps filled with the time of the line before. All NaN where the log has no times. */
  readonly time: Float64Array;
}

/** Replaces missing times by the last one before them (leading ones by the first one after them). */
export function fillTimes(time: Float64Array): Float64Array {
  let last = time.find((value) => !Number.isNaN(value)) ?? Number.NaN;
  return time.map((value) => {
    if (!Number.isNaN(value)) last = value;
    return last;
  });
}

/** Sessions by identifier. A line that names several identifiers is an event of each. */
export function groupByIdentifier(column: IdentifierColumn, lines: KeyedLines): SessionTable {
  const sessions = column.ids.length;
  const start = new Int32Array(sessions + 1);
  for (const id of column.id) start[id + 1] = (start[id + 1] as number) + 1;
  for (let s = 0; s < sessions; s++) start[s + 1] = (start[s + 1] as number) + (start[s] as number);
  const fill = start.slice(0, sessions);
  const line = new Int32Array(column.line.length);
  column.id.forEach((id, pair) => {
    const at = fill[id] as number;
    line[at] = column.line[pair] as number;
    fill[id] = at + 1;
  });
  return withEvents(column.ids, start, line, lines);
}

/** Sessions that end where the log is silent for longer than `pause`. */
export function groupByPause(pause: Milliseconds, lines: KeyedLines): SessionTable {
  let last = Number.NaN;
  return cut(lines, (line) => {
    const time = lines.time[line] as number;
    const apart = time - last > pause;
    last = time;
    return apart;
  });
}

/** Sessions of the lines in each span of time. */
export function groupByTime(span: Milliseconds, lines: KeyedLines): SessionTable {
  let current = Number.NaN;
  return cut(lines, (line) => {
    const at = Math.floor((lines.time[line] as number) / span);
    const apart = at !== current;
    current = at;
    return apart;
  });
}

/** Sessions of `size` lines each. */
export function groupByLines(size: number, lines: KeyedLines): SessionTable {
  let inSession = 0;
  return cut(lines, () => {
    const full = inSession === size;
    inSession = full ? 1 : inSession + 1;
    return full;
  });
}

function cut(lines: KeyedLines, startsNew: (line: number) => boolean): SessionTable {
  const start = [0];
  const line: number[] = [];
  for (let i = 0; i < lines.key.length; i++) {
    if ((lines.key[i] as number) < 0) continue;
    if (startsNew(i) && line.length > 0) start.push(line.length);
    line.push(i);
  }
  if (line.length > 0) start.push(line.length);
  const ids = start.slice(1).map((_, s) => `window ${s + 1}`);
  return withEvents(ids, Int32Array.from(start), Int32Array.from(line), lines);
}

function withEvents(ids: readonly string[], start: Int32Array, line: Int32Array, lines: KeyedLines): SessionTable {
  const time = Float64Array.from(line, (at) => lines.time[at] as number);
  return rekey({ count: ids.length, ids, start, line, key: new Int32Array(0), time }, lines.key);
}

/** The same sessions with other log keys, as when templates were mined again. */
export function rekey(sessions: SessionTable, keyOfLine: Int32Array): SessionTable {
  return { ...sessions, key: sessions.line.map((line) => keyOfLine[line] as number) };
}

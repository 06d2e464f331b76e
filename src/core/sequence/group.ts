import type { PackedColumn } from '../base/packed-column.ts';
import { finish, type Steps } from '../base/steps.ts';
import type { Milliseconds } from '../base/units.ts';
import { visitIdentifiers } from '../scan/each-identifier.ts';
import type { IdentifierColumn } from '../scan/scanned-log.ts';
import type { SessionTable } from './session-table.ts';

/** The lines that can belong to sessions, in order, as columns over all lines of the log. */
export interface KeyedLines {
  /** Log key of each line; -1 for one without, such as a blank line. */
  readonly key: Int32Array;
  /** Time of each line, without gaps. All NaN where the log has no times. */
  readonly time: PackedColumn;
  /** Lines before which any session ends, as where a file of its own begins. */
  readonly fileStarts?: ReadonlySet<number> | undefined;
}

/** Sessions by identifier. A line that names several identifiers is an event of each; one without a key is no event. */
export function groupByIdentifier(column: IdentifierColumn, lines: KeyedLines): SessionTable {
  return finish(identifiedSessions(column, lines));
}

/** As {@link groupByIdentifier}, in steps. */
export function* identifiedSessions(column: IdentifierColumn, lines: KeyedLines): Steps<SessionTable> {
  const events = new Int32Array(column.ids.length);
  const eachEvent = (visit: (line: number, id: number) => void) =>
    visitIdentifiers(column, (line, id) => {
      if ((lines.key[line] as number) >= 0) visit(line, id);
    });
  yield* eachEvent((_, id) => {
    events[id] = (events[id] as number) + 1;
  });
  const start = [0];
  const fill = new Int32Array(column.ids.length);
  events.forEach((count, id) => {
    const from = start.at(-1) as number;
    fill[id] = from;
    if (count > 0) start.push(from + count);
  });
  const lineOf = new Int32Array(start.at(-1) as number);
  yield* eachEvent((line, id) => {
    const at = fill[id] as number;
    lineOf[at] = line;
    fill[id] = at + 1;
  });
  const ids = column.ids.filter((_, id) => (events[id] as number) > 0);
  return yield* withEvents(ids, Int32Array.from(start), lineOf, lines);
}

/** Sessions that end where the log is silent for longer than `pause`. */
export function groupByPause(pause: Milliseconds, lines: KeyedLines): SessionTable {
  let last = Number.NaN;
  return cut(lines, (line) => {
    const time = lines.time.at(line);
    const apart = time - last > pause;
    last = time;
    return apart;
  });
}

/** Sessions of the lines in each span of time. */
export function groupByTime(span: Milliseconds, lines: KeyedLines): SessionTable {
  let current = Number.NaN;
  return cut(lines, (line) => {
    const at = Math.floor(lines.time.at(line) / span);
    const apart = at !== current;
    current = at;
    return apart;
  });
}

/** Sessions of `size` lines each. */
export function groupByLines(size: number, lines: KeyedLines): SessionTable {
  let inSession = 0;
  return cut(lines, (_, isAnew) => {
    const full = isAnew || inSession === size;
    inSession = full ? 1 : inSession + 1;
    return full;
  });
}

/** @param startsNew is told whether a file of its own began */
function cut(lines: KeyedLines, startsNew: (line: number, isAnew: boolean) => boolean): SessionTable {
  const start = [0];
  const line: number[] = [];
  let isAnew = false;
  for (let i = 0; i < lines.key.length; i++) {
    isAnew ||= lines.fileStarts?.has(i) === true;
    if ((lines.key[i] as number) < 0) continue;
    if ((startsNew(i, isAnew) || isAnew) && line.length > 0) start.push(line.length);
    isAnew = false;
    line.push(i);
  }
  if (line.length > 0) start.push(line.length);
  const ids = start.slice(1).map((_, s) => `window ${s + 1}`);
  return finish(withEvents(ids, Int32Array.from(start), Int32Array.from(line), lines));
}

/** Events whose times are looked up in a step. */
const STEP_EVENTS = 65_536;

function* withEvents(
  ids: readonly string[],
  start: Int32Array,
  line: Int32Array,
  lines: KeyedLines,
): Steps<SessionTable> {
  const time = new Float64Array(line.length);
  for (let event = 0; event < line.length; event++) {
    time[event] = lines.time.at(line[event] as number);
    if (event % STEP_EVENTS === STEP_EVENTS - 1) yield;
  }
  return rekey({ count: ids.length, ids, start, line, key: new Int32Array(0), time }, lines.key);
}

/** The same sessions with other log keys, as when templates were mined again. */
export function rekey(sessions: SessionTable, keyOfLine: Int32Array): SessionTable {
  const { line } = sessions;
  const key = new Int32Array(line.length);
  for (let event = 0; event < line.length; event++) key[event] = keyOfLine[line[event] as number] as number;
  return { ...sessions, key };
}

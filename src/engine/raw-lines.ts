import type { Bytes } from '../core/base/units.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { ListedKind, ListedLine, RawLine } from '../core/report/raw-line.ts';
import { linesOfKind } from '../core/scan/line-kinds.ts';
import type { SessionTable } from '../core/sequence/session-table.ts';
import type { RawLinesRequest } from './lines.api.ts';
import type { OpenedLog } from './opened-log.ts';
import { readProblem } from './read-problems.ts';

/** Raw lines around one, read back from the file. */
export async function readRawLines(
  log: OpenedLog,
  sessions: SessionTable,
  { session, line, each, sessionOnly }: RawLinesRequest,
): Promise<Outcome<readonly RawLine[]>> {
  const own = linesOf(sessions, session);
  const lines = sessionOnly ? around(own, line - 1, each) : neighbours(line - 1, each, log.scanned.lines);
  const listed = await readListedLines(log, lines);
  const inSession = new Set(own);
  return listed.ok
    ? { ok: true, value: listed.value.map((one) => ({ ...one, inSession: inSession.has(one.line - 1) })) }
    : listed;
}

/**
 * @param lines 0-based
 * @param limit how much of each line is read; 4 KiB where it is left out
 */
export async function readListedLines(
  log: OpenedLog,
  lines: readonly number[],
  limit?: Bytes,
): Promise<Outcome<readonly ListedLine[]>> {
  const texts = await log.readLines(lines, limit);
  if (!texts.ok) {
    if (texts.problem.kind === 'cancelled') throw new Error('Reading a line back is never cancelled');
    return { ok: false, problem: readProblem(texts.problem) };
  }
  return {
    ok: true,
    value: texts.value.map(({ text, isCut }, index) => ({ line: (lines[index] ?? 0) + 1, text, cut: isCut })),
  };
}

export async function readLinesOfKind(
  log: OpenedLog,
  kind: ListedKind,
  from: number,
  count: number,
): Promise<Outcome<readonly ListedLine[]>> {
  const lines =
    kind === 'unparsed'
      ? (log.classic?.lines.unparsed.slice(from, from + count) ?? [])
      : linesOfKind(log.scanned, kind, from, count);
  return readListedLines(log, lines);
}

/** The 0-based lines of a session's events, ascending; none where there is no such session. */
export function linesOf(sessions: SessionTable, id: string): number[] {
  const session = sessions.ids.indexOf(id);
  return session < 0 ? [] : [...sessions.line.subarray(sessions.start[session], sessions.start[session + 1])];
}

function around(lines: readonly number[], line: number, each: number): number[] {
  // Files that were merged by time give lines out of order.
  const at = lines.includes(line) ? lines.indexOf(line) : lines.findIndex((own) => own >= line);
  const middle = at < 0 ? lines.length : at;
  return lines.slice(Math.max(0, middle - each), middle + each + 1);
}

function neighbours(line: number, each: number, total: number): number[] {
  const from = Math.max(0, line - each);
  return Array.from({ length: Math.min(total, line + each + 1) - from }, (_, index) => from + index);
}

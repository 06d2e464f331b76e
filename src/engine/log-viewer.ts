import type { SearchHits, ViewLine } from '../core/report/log-view.ts';
import type { Outcome, Problem } from '../core/report/problem.ts';
import { ByteNeedle, LONGEST_NEEDLE } from '../core/scan/byte-needle.ts';
import { kindOfLine, recordSeverity, withContinuations } from '../core/scan/record-lines.ts';
import type { SessionTable } from '../core/sequence/session-table.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import type { SearchRequest, ViewRequest } from './lines.api.ts';
import type { OpenedLog } from './opened-log.ts';
import { linesOf, readListedLines } from './raw-lines.ts';
import { readProblem } from './read-problems.ts';
import type { ReadOutcome } from './scan.api.ts';
import { type SearchMeans, searchPattern, searchText } from './search-log.ts';

/** A line that is longer is never read as a whole. */
const MOST_BYTES = 1024 * 1024;

/** What the raw viewer asks of an open log. */
export class LogViewer {
  private searching: AbortController | undefined;

  /** Lines that the log does not have, as one that was open before may have had, are left out. */
  async lines(log: OpenedLog, { lines, limit }: ViewRequest): Promise<Outcome<readonly ViewLine[]>> {
    const there = lines.map((line) => line - 1).filter((line) => line >= 0 && line < log.scanned.lines);
    const listed = await readListedLines(log, there, limit && Math.min(limit, MOST_BYTES));
    if (!listed.ok) return listed;
    return {
      ok: true,
      value: listed.value.map((one) => ({
        ...one,
        severity: recordSeverity(log.scanned, one.line - 1),
        kind: kindOfLine(log.scanned, one.line - 1),
      })),
    };
  }

  /** 1-based, ascending. */
  sessionLines(log: OpenedLog, sessions: SessionTable | undefined, session: string): Int32Array {
    return rowsOf(log, sessions, session).map((line) => line + 1);
  }

  /** Ends the search before it. */
  async search(
    log: OpenedLog,
    sessions: SessionTable | undefined,
    request: SearchRequest,
    onHits: (hits: SearchHits) => void,
  ): Promise<Outcome<SearchHits> | 'cancelled'> {
    this.cancel();
    const abort = new AbortController();
    this.searching = abort;
    const { session } = request;
    const lines = session === undefined ? undefined : rowsOf(log, sessions, session);
    const outcome = await search(log, request, { lines, signal: abort.signal, onHits });
    if (outcome.ok) return outcome;
    if (!('kind' in outcome.problem)) return { ok: false, problem: outcome.problem };
    return outcome.problem.kind === 'cancelled' ? 'cancelled' : { ok: false, problem: readProblem(outcome.problem) };
  }

  cancel(): void {
    this.searching?.abort();
  }
}

function rowsOf(log: OpenedLog, sessions: SessionTable | undefined, session: string): Int32Array {
  return withContinuations(log.scanned, Int32Array.from(sessions === undefined ? [] : linesOf(sessions, session)));
}

async function search(
  log: OpenedLog,
  { text, isPattern, matchCase }: SearchRequest,
  means: SearchMeans,
): Promise<ReadOutcome<SearchHits> | { readonly ok: false; readonly problem: Problem }> {
  if (isPattern) {
    const compiled = compilePattern(matchCase ? text : `(?i)${text}`);
    if (compiled.ok) return searchPattern(log, compiled.pattern, means);
    return { ok: false, problem: notSearchable(text, compiled.message) };
  }
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > LONGEST_NEEDLE) {
    return { ok: false, problem: notSearchable(text, `It is longer than ${LONGEST_NEEDLE} bytes.`) };
  }
  return searchText(log, new ByteNeedle(bytes, matchCase), means);
}

function notSearchable(text: string, message: string): Problem {
  return { code: 'bad-pattern', message: `"${text}" cannot be searched for. ${message}`, advice: 'Correct it.' };
}

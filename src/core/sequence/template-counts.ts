import type { SessionTable } from './session-table.ts';

/** How often each template came in a part of a log. */
export interface TemplateCounts {
  /** By log key: lines with it. */
  readonly lines: readonly number[];
  /** By log key: sessions that hold it. */
  readonly inSessions: readonly number[];
  /** How many sessions there are. */
  readonly sessions: number;
}

interface CountedLog {
  /** Log key of each line; -1 for none. */
  readonly keyOfLine: Int32Array;
  readonly sessions: SessionTable;
}

interface CountedPart {
  /** Shape [lines]: 1 for a line that counts. */
  readonly lines: Uint8Array;
  /** Indices of the sessions that count. */
  readonly sessions: readonly number[];
}

/**
 * @param keys templates with a key below this are counted
 * @param part all of the log where it is left out
 */
export function countTemplates({ keyOfLine, sessions }: CountedLog, keys: number, part?: CountedPart): TemplateCounts {
  const lines = new Array<number>(keys).fill(0);
  keyOfLine.forEach((key, line) => {
    if (key >= 0 && key < keys && part?.lines[line] !== 0) lines[key] = (lines[key] as number) + 1;
  });
  const inSessions = new Array<number>(keys).fill(0);
  const seenIn = new Int32Array(keys).fill(-1);
  const counted = part?.sessions ?? Array.from({ length: sessions.count }, (_, session) => session);
  for (const session of counted) {
    for (const key of sessions.key.subarray(sessions.start[session], sessions.start[session + 1])) {
      if (key >= keys || seenIn[key] === session) continue;
      seenIn[key] = session;
      inSessions[key] = (inSessions[key] as number) + 1;
    }
  }
  return { lines, inSessions, sessions: counted.length };
}

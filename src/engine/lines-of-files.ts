import type { ScannedFile } from '../core/scan/scanned-log.ts';
import { identifiersApart, sessionsByTime } from '../core/sequence/files-apart.ts';
import type { KeyedLines } from '../core/sequence/group.ts';
import { columnInOrder, identifiersInOrder, linesByTime } from '../core/sequence/line-order.ts';
import type { SessionTable } from '../core/sequence/session-table.ts';
import type { SessionChoice, TriedRule } from './choose-sessions.ts';
import type { FilesChoice } from './data.api.ts';
import type { OpenedLog } from './opened-log.ts';

/** The lines of a log as sessions are made of them. */
interface LinesOfFiles {
  readonly identifiers: OpenedLog['identifiers'];
  readonly lines: KeyedLines;
  /** Number in the log of one of these lines. */
  readonly lineAt: (place: number) => number;
  /** Sessions of these lines as sessions of the log. */
  readonly place: (sessions: SessionTable) => SessionTable;
}

/** Several files are merged by time, or kept apart. */
export function linesOfFiles(log: OpenedLog, keyOfLine: Int32Array, files: FilesChoice): LinesOfFiles {
  const { scanned, identifiers } = log;
  const plain: LinesOfFiles = {
    identifiers,
    lines: { key: keyOfLine, time: scanned.time },
    lineAt: (place) => place,
    place: (sessions) => sessions,
  };
  const { stretches } = log;
  // What lies between two stretches is not known: no session goes over it.
  if (stretches.length > 0) return apart(plain, stretches);
  if (scanned.files.length < 2) return plain;
  if (files === 'apart' || areKeySequences(log)) return apart(plain, scanned.files);
  const order = linesByTime(scanned);
  if (order === undefined) return plain;
  const lineAt = (place: number) => order[place] as number;
  return {
    identifiers: identifiers.map(({ rule, column }) => ({ rule, column: identifiersInOrder(column, order) })),
    lines: { key: order.map((line) => keyOfLine[line] as number), time: columnInOrder(scanned.time, order) },
    lineAt,
    place: (sessions) => ({ ...sessions, line: sessions.line.map(lineAt) }),
  };
}

/** Sessions that have the number of their row for a name begin at 1 in each file. */
export function areKeySequences({ formats }: Pick<OpenedLog, 'formats'>): boolean {
  return formats.every(({ records }) => records?.syntax.kind === 'key-sequences');
}

function apart(plain: LinesOfFiles, files: readonly ScannedFile[]): LinesOfFiles {
  const { identifiers, lines } = plain;
  return {
    ...plain,
    identifiers: identifiers.map(({ rule, column }) => ({ rule, column: identifiersApart(column, files) })),
    lines: { ...lines, fileStarts: new Set(files.map(({ firstLine }) => firstLine)) },
    place: sessionsByTime,
  };
}

/** What was chosen by these lines, with the lines as the log counts them. */
export function placeChoice(choice: SessionChoice, { place, lineAt }: LinesOfFiles): SessionChoice {
  const placeRule = (rule: TriedRule) => ({ ...rule, example: () => rule.example().map(lineAt) });
  const { chosen, tried, sessions, reason } = choice;
  return { chosen: placeRule(chosen), tried: tried.map(placeRule), sessions: place(sessions), reason };
}

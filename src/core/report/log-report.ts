import type { LogKey } from '../base/brand.ts';
import type { Bytes, Milliseconds, Nats, Probability } from '../base/units.ts';
import type { DetectorName } from '../detect/finding.ts';
import type { Blame } from '../detect/session-detector.ts';
import type { TemplateId } from '../drain/edits/template-edit.ts';
import type { Difference } from '../drain/token-differences.ts';
import type { LogClock } from '../scan/clock-of-lines.ts';
import type { IdentifierRule } from '../scan/identifier-rule.ts';
import type { LongestLine } from '../scan/longest-line.ts';
import type { ScannedFile, Severity, TimeSpan, Widened } from '../scan/scanned-log.ts';
import type { SessionLengths } from '../sequence/evidence.ts';
import type { Transitions } from '../sequence/transitions.ts';
import type { LeftOutSession } from './left-out-session.ts';
import type { ProblemCode } from './problem.ts';

/** What the Data page shows of the lines that were read. */
export interface LogReport {
  readonly files: readonly ScannedFile[];
  /** Files that were given, but are not read. */
  readonly leftOut: readonly LeftOut[];
  readonly bytes: Bytes;
  readonly lines: number;
  readonly blankLines: number;
  /** Lines that continue the record before them. */
  readonly joinedLines: number;
  /** Lines the header did not match: mined whole. */
  readonly headerlessLines: number;
  /** Lines longer than the mining limit: mined by their first part. */
  readonly cutLines: number;
  /** Lines with characters that could not be decoded: U+FFFD stands for them. */
  readonly replacedLines: number;
  readonly replacedCharacters: number;
  /** Lines with the shape, the time, the length and the identifiers of the line above: most likely its copies. */
  readonly repeatedLines: number;
  readonly longestLine: LongestLine;
  /** Lines whose time is before that of the line above. */
  readonly backwardLines: number;
  /** Their share of the lines with a time, in [0, 1]. */
  readonly outOfOrder: number;
  /** What the files are written in, such as `utf-8`; several by commas. */
  readonly encoding: string;
  readonly header: HeaderReport;
  /** What the log, or the files that most bytes are in, may be, the best first, at most four; none where a detector says it. */
  readonly formats: readonly FormatRow[];
  /** How the files are read, the format that most bytes have first. */
  readonly fileFormats: readonly FileFormatRow[];
  /** Missing where templates are mined without settings. */
  readonly classic: ClassicReport | undefined;
  readonly widened: Widened | undefined;
  readonly span: TimeSpan | undefined;
  readonly clock: LogClock;
  /** At most 300 buckets over time, or over the lines where there is no time. */
  readonly buckets: readonly LineBucket[];
  readonly secondsToRead: number;
  /** Set where only a part of the files was read. */
  readonly part?: PartReport | undefined;
  /** Where a column says of each line whether it is an anomaly. */
  readonly labelColumn?: LabelColumn | undefined;
}

/** Labels that stand in the log itself. No detector sees them. */
export interface LabelColumn {
  readonly name: string;
  readonly labelled: number;
  readonly anomalous: number;
  /** What anomalies are called, in order of first sight; none where they are only told. */
  readonly kinds: readonly string[];
}

/** How much of the files was read. */
export interface PartReport {
  /** The beginning, or stretches from all over. */
  readonly by: 'first' | 'sample';
  readonly bytes: Bytes;
  /** Of all files. */
  readonly of: Bytes;
}

/** A file that is not read. */
export interface LeftOut {
  readonly file: string;
  /** One sentence that names the file. */
  readonly reason: string;
  readonly code: ProblemCode;
}

/** A format that the log may have. */
export interface FormatRow {
  /** Such as `JSON Lines`. */
  readonly name: string;
  /** As {@link HeaderReport.text}. */
  readonly header: string;
  /** Part of the sampled lines that have it, in [0, 1]. */
  readonly share: number;
  readonly chosen: boolean;
}

/** How some of the files are read. */
export interface FileFormatRow {
  readonly name: string;
  /** As {@link HeaderReport.text}. */
  readonly header: string;
  readonly files: number;
  /** Name of the first of them. */
  readonly firstFile: string;
  readonly lines: number;
  /** Share of their lines that are mined and have the header, in [0, 1]. */
  readonly matched: number;
}

/** What classic Drain made of the lines. */
export interface ClassicReport {
  readonly masks: number;
  /** Lines that do not have the log format: they have no template and belong to no session. */
  readonly unparsedLines: number;
  /** The first of them, 1-based. */
  readonly unparsed: readonly number[];
  /** Lines taken for `<*>`, because the log has more distinct sequences of tokens than are kept. */
  readonly widenedLines: number;
}

export interface HeaderReport {
  /** Such as `JSON Lines`. */
  readonly format: string;
  /** Such as `<date> <time> <pid> <level> <component>: <content>`. */
  readonly text: string;
  /** Share of all lines it matches, in [0, 1]. */
  readonly matched: number;
  /** Names of the header's columns, in order; behind them those that only other formats have. */
  readonly columns: readonly string[];
  /** Names of all columns of the file or fields of its records, where it has some: any of them may be chosen as time, level, message or session. */
  readonly fieldChoices?: readonly string[] | undefined;
  readonly preview: readonly PreviewLine[];
  /** Name of the column that says which part of a system logged a line; undefined where none does. */
  readonly component?: string | undefined;
}

/** One raw line and what its parts are, for colouring. */
export interface PreviewLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
  /** It continues the record above. */
  readonly joined: boolean;
  /** In order, inside `text`. */
  readonly spans: readonly PreviewSpan[];
}

/** `[start, end)` of a text. */
export interface PreviewSpan {
  /** Name of the header column; missing for what is mined. */
  readonly column?: string | undefined;
  readonly start: number;
  readonly end: number;
}

export interface LineBucket {
  /** Start of the bucket: a time, or a 0-based line where the log has no times. */
  readonly from: number;
  readonly lines: number;
  /** Lines of severity warn or worse. */
  readonly warnings: number;
  readonly errors: number;
  /** Lines of severity info. */
  readonly infos: number;
}

export interface TemplateRow {
  readonly key: LogKey;
  readonly text: string;
  /** By which edits name it. */
  readonly id: TemplateId;
  readonly count: number;
  /** Of all lines that were mined, in [0, 1]. */
  readonly share: number;
  /** 1-based. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** The earliest and the latest time of its lines; missing in a log without times. */
  readonly seen?: TimeSpan | undefined;
  readonly severity: Severity;
  /** Seen only after the training period. */
  readonly isNew: boolean;
  /** Stands for all lines that were left without a template of their own, because there were too many templates. */
  readonly isCatchAll: boolean;
  /** Its lines are events of no session, because a person said so. */
  readonly isIgnored: boolean;
  /** What a person calls it. */
  readonly name?: string | undefined;
  /** A person wants it above the others. */
  readonly isPinned?: boolean | undefined;
  /** Of a template that training never saw, the known one it is most like; undefined where none shares a word. */
  readonly nearest: NearestRow | undefined;
  /** Lines per bucket, for a sparkline; at most 24. */
  readonly trend: readonly number[];
}

/** A known template, and where the tokens of another depart from it. */
export interface NearestRow {
  readonly key: LogKey;
  readonly text: string;
  readonly differences: readonly Difference[];
}

/** A way to find sessions, with its evidence. */
export interface SessionCandidate {
  readonly rule: SessionRule;
  /** Such as `blk_<*>`. */
  readonly label: string;
  /** Share of mined lines that belong to at least one session, in [0, 1]. */
  readonly coverage: number;
  readonly sessions: number;
  /** Events of a session: what 25, 50 and 95 % of the sessions do not exceed. */
  readonly lengths: SessionLengths;
  /** H(next key | key, file order) - H(next key | key, inside the session), in bits. */
  readonly gainBits: number;
  /** The first lines of one session, as raw text. */
  readonly example: readonly string[];
}

/** By an identifier, or by cutting the log: at pauses, into spans of equal time, or into equal numbers of lines. */
export type SessionRule =
  | { readonly by: 'identifier'; readonly identifier: IdentifierRule }
  | { readonly by: 'pause'; readonly milliseconds: Milliseconds }
  | { readonly by: 'time'; readonly milliseconds: Milliseconds }
  | { readonly by: 'lines'; readonly lines: number };

/** What the Sessions page shows. */
export interface SessionReport {
  readonly chosen: SessionCandidate;
  /** The best first; `chosen` among them. */
  readonly candidates: readonly SessionCandidate[];
  /** Why `chosen` was chosen, one sentence. */
  readonly reason: string;
  readonly sessions: number;
  readonly split: SplitReport;
  /** Sessions of each length, lengths in powers of two: bucket i holds lengths from `from` up to the next `from`. */
  readonly lengths: readonly { readonly from: number; readonly sessions: number }[];
  /** What follows what, among the 30 most frequent keys. */
  readonly transitions: Transitions;
  readonly rows: SessionRows;
  /** Sessions of the training period that are not learnt from, because they stand apart from all others in it. */
  readonly leftOut: readonly LeftOutSession[];
}

/**
 * Sessions in time order: `earlier` ones are new, the next `training` are fitted, the next `validation` set thresholds and stop
 * training, the rest is new.
 */
export interface SplitReport {
  /** More than none only where a training period was chosen. */
  readonly earlier: number;
  readonly training: number;
  readonly validation: number;
  readonly rest: number;
  /** Still running when the data ends: not judged on their end. */
  readonly openAtEnd: number;
  /** Already running when the data begins: not judged on their beginning. */
  readonly openAtStart: number;
}

/** One entry a session, as columns, in time order. */
export interface SessionRows {
  readonly ids: readonly string[];
  readonly events: Int32Array;
  /** 1-based. */
  readonly firstLine: Int32Array;
  readonly firstTime: Float64Array;
  readonly lastTime: Float64Array;
}

/** Everything the inspector shows of one session beyond its finding. */
export interface SessionDetail {
  readonly session: string;
  readonly part: 'training' | 'validation' | 'rest';
  readonly openAtEnd: boolean;
  readonly events: readonly SessionEvent[];
  /** What each detector says of the whole session; none before the sessions are judged. */
  readonly verdicts: readonly DetectorVerdict[];
  /** Events with an unusual time before them or an unusual value, in order; an unusual session may have none. */
  readonly oddEvents: readonly Blame[];
}

export interface DetectorVerdict {
  readonly detector: DetectorName;
  /** -ln of the chance that a normal session is as unusual to this detector. */
  readonly surprise: Nats;
  readonly isFlagged: boolean;
  /** What is unusual; undefined where nothing is, or the finding says it. */
  readonly sentence: string | undefined;
}

export interface SessionEvent {
  /** 1-based; of the last event for the END of the session. */
  readonly line: number;
  /** -1 for the END of the session. */
  readonly key: LogKey | -1;
  readonly template: string;
  readonly time: Milliseconds;
  readonly surprise: Nats;
  readonly rank: number;
  readonly probability: Probability;
}

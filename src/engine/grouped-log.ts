import { type Detector, editsByHand } from '../bundle/detector.ts';
import type { LogKey } from '../core/base/brand.ts';
import type { LeftOut } from '../core/detect/leave-out.ts';
import type { MarkedSessions } from '../core/detect/marks/marked-sessions.ts';
import type { TemplateChanges } from '../core/drain/edits/template-changes.ts';
import { NO_EDITS, type TemplateEdits } from '../core/drain/edits/template-edit.ts';
import type { NearestTemplate } from '../core/drain/match.ts';
import { nearestKnown } from '../core/drain/nearest-known.ts';
import type { Start } from '../core/drain/start-templates.ts';
import type { Template } from '../core/drain/template.ts';
import type { SessionReport, SessionRule, TemplateRow } from '../core/report/log-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import { lengthBuckets, sessionRows } from '../core/report/session-rows.ts';
import { templateRows } from '../core/report/template-rows.ts';
import { type CutSessions, cutEverywhere, findCutSessions } from '../core/sequence/cut-sessions.ts';
import { rekey } from '../core/sequence/group.ts';
import { mergeRhythms } from '../core/sequence/merge-training.ts';
import { learnRhythm, type Rhythm } from '../core/sequence/rhythm.ts';
import type { SessionTable } from '../core/sequence/session-table.ts';
import { type Split, splitByPeriod, splitSessions } from '../core/sequence/split.ts';
import { countTransitions } from '../core/sequence/transitions.ts';
import { buildVocabulary, type Vocabulary } from '../core/sequence/vocabulary.ts';
import { withoutKeys } from '../core/sequence/without-keys.ts';
import { type ChangedKeys, readChanges, withIgnored } from './changed-keys.ts';
import { chooseSessions, describeCandidate, type SessionChoice, type TriedRule } from './choose-sessions.ts';
import { classicTexts } from './classic-log.ts';
import type { GroupOptions } from './data.api.ts';
import { applyKeys, fitKeys, trainingLines } from './fit-keys.ts';
import { sessionsApart, trainingKeys } from './learnt-sessions.ts';
import { linesOfFiles, placeChoice } from './lines-of-files.ts';
import type { OpenedLog } from './opened-log.ts';
import { sessionColumn } from './propose-for-formats.ts';
import { describeTemplates, type KeyedLog } from './templates.ts';
import { unlikeDetector } from './unlike-detector.ts';

/** A log as sessions, split in time order, with its final templates. */
export interface GroupedLog {
  readonly choice: SessionChoice;
  readonly sessions: SessionTable;
  readonly split: Split;
  /** Of the sessions that may be learnt from, or the detector's. */
  readonly rhythm: Rhythm;
  readonly cut: CutSessions;
  readonly keyed: ChangedKeys;
  /** The same with other edits; undefined where templates are a detector's. */
  readonly editedAs: ((changes: TemplateChanges) => ChangedKeys) | undefined;
  /** What a person changed about the templates, of a detector too. */
  readonly edits: TemplateEdits;
  readonly templates: readonly Template[];
  /** By the key of a template that the vocabulary lacks: the known one it is most like. */
  readonly nearest: ReadonlyMap<LogKey, NearestTemplate>;
  readonly vocabulary: Vocabulary;
  /** Sessions of the training period that are not learnt from. */
  readonly leftOut: readonly LeftOut[];
  /** What a person said of sessions, once it is learnt. */
  readonly marked?: MarkedSessions | undefined;
}

export interface GroupRequest extends GroupOptions {
  /** Its rule, templates and vocabulary are used; all sessions are scored, none is learnt from. */
  readonly detector: Detector | undefined;
  /** The log is learnt from whole, beside what this detector learnt: its rule, and its templates and symbols with their keys. */
  readonly learntBefore?: Detector | undefined;
  /** Templates that mining starts from; a detector brings its own. */
  readonly start?: Start | undefined;
}

export async function groupLog(log: OpenedLog, request: GroupRequest): Promise<Outcome<GroupedLog>> {
  const { detector, learntBefore } = request;
  const known = detector ?? learntBefore;
  const rule = known?.session.rule ?? ruleFor(log, request);
  if (needsTimes(rule) && log.scanned.span === undefined) return noTimes(log);
  const edits = known === undefined ? (request.edits ?? NO_EDITS) : editsByHand(known);
  const read = readChanges(edits);
  if (!read.ok) return read;
  const changes = read.value;
  const first = firstKeys(log, request, changes);
  const put = linesOfFiles(log, first.keyOfLine, request.files ?? 'merged');
  const placed = placeChoice(await chooseSessions(put.identifiers, put.lines, rule), put);
  const choice = request.rule === 'auto' ? withReason(placed, log) : placed;
  const tried = choice.sessions;
  if (tried.count === 0) return noSessions(log, choice.chosen);
  const unlike = unlikeDetector(log, request, first, choice.chosen);
  if (unlike !== undefined) return { ok: false, problem: unlike };
  const left = eventsLeft(log, request, { tried, first, changes });
  if (!left.ok) return left;
  const { sessions, split, keyed, editedAs } = left.value;
  const rhythm = rhythmOf(log, request, sessions, split);
  const templates = await describeTemplates(keyed, log.contentOf, knownTexts(log, request, keyed));
  const cut = cutSessions(log, choice.chosen, sessions, rhythm);
  const { leftOut, vocabulary } = await learn(request, sessions, cut, split);
  return {
    ok: true,
    value: {
      choice,
      sessions,
      split,
      rhythm,
      cut,
      keyed,
      editedAs,
      edits,
      templates,
      nearest: nearestKnown(templates, vocabulary.keys),
      vocabulary,
      leftOut,
    },
  };
}

/** Before it is known which lines are learnt from. */
function firstKeys(log: OpenedLog, { detector, start }: GroupRequest, changes: TemplateChanges): KeyedLog {
  if (detector !== undefined) return applyKeys(log, detector.miner, changes.masks);
  return fitKeys(log, { changes, start: start?.miner });
}

interface Found {
  readonly tried: SessionTable;
  readonly first: KeyedLog;
  readonly changes: TemplateChanges;
}

/** Gives lines their final keys, and takes those out of the sessions that are ignored. */
function eventsLeft(
  log: OpenedLog,
  request: GroupRequest,
  { tried, first, changes }: Found,
): Outcome<Pick<GroupedLog, 'sessions' | 'split' | 'keyed' | 'editedAs'>> {
  const isFitted = request.detector === undefined;
  const found = splitFor(tried, request);
  if (isFitted && isEmptyPeriod(found)) return emptyPeriod(log);
  const editedAs = isFitted ? editable(log, request, tried, found) : undefined;
  const keyed = editedAs?.(changes) ?? withIgnored(first, changes);
  const left = withoutKeys(rekey(tried, keyed.keyOfLine), found, keyed.ignored);
  if (left.sessions.count === 0 || (isFitted && isEmptyPeriod(left.split))) return allIgnored(log);
  return { ok: true, value: { ...left, keyed, editedAs } };
}

function rhythmOf(
  log: OpenedLog,
  { detector, learntBefore }: GroupRequest,
  sessions: SessionTable,
  { trainingStart, validationEnd }: Split,
): Rhythm {
  if (detector !== undefined) return detector.rhythm;
  const learnt = learnRhythm(sessions, trainingStart, validationEnd, stretchStarts(log));
  return learntBefore === undefined ? learnt : mergeRhythms(learntBefore.rhythm, learnt);
}

function needsTimes(rule: SessionRule | 'auto'): boolean {
  return rule !== 'auto' && (rule.by === 'time' || rule.by === 'pause');
}

/** Display texts that need not be made from lines; a change may make another template of any. */
function knownTexts(log: OpenedLog, { detector, start, edits = NO_EDITS }: GroupRequest, keyed: KeyedLog) {
  if (log.classic !== undefined) return classicTexts(keyed);
  const isAsMined = edits.every(({ kind }) => kind === 'ignore');
  return detector?.texts ?? (isAsMined ? start?.texts : undefined);
}

/** The keys of a log under any edits; what is not of the training part takes no part in fitting. */
function editable(
  log: OpenedLog,
  { start }: GroupRequest,
  sessions: SessionTable,
  split: Split,
): (changes: TemplateChanges) => ChangedKeys {
  const isTraining = trainingLines(log, sessions, split);
  return (changes) => withIgnored(fitKeys(log, { isTraining, changes, start: start?.miner }), changes);
}

function cutSessions(log: OpenedLog, { rule }: TriedRule, sessions: SessionTable, rhythm: Rhythm): CutSessions {
  if (rule.by !== 'identifier') return cutEverywhere(sessions.count);
  return findCutSessions(sessions, rhythm, stretchStarts(log));
}

function stretchStarts({ stretches }: OpenedLog): readonly number[] {
  return stretches.map(({ firstLine }) => firstLine);
}

/** What is learnt from, and the symbols of its keys. */
async function learn(
  { detector, learntBefore, leaveOut }: GroupRequest,
  sessions: SessionTable,
  cut: CutSessions,
  split: Split,
) {
  const leftOut = detector === undefined && leaveOut !== false ? await sessionsApart(sessions, cut, split) : [];
  const own = () => [...(learntBefore?.vocabulary ?? []), ...trainingKeys(sessions, split, leftOut)];
  return { leftOut, vocabulary: buildVocabulary(detector?.vocabulary ?? own()) };
}

function withReason<T extends SessionChoice>(choice: T, { format }: OpenedLog): T {
  return sessionColumn(format) === undefined ? choice : { ...choice, reason: 'Sessions as the format itself says.' };
}

/** Where nobody asked for sessions, those that the format itself names. */
function ruleFor({ format }: OpenedLog, { rule }: GroupRequest): SessionRule | 'auto' {
  const identifier = rule === 'auto' ? sessionColumn(format) : undefined;
  return identifier === undefined ? rule : { by: 'identifier', identifier };
}

function splitFor(sessions: SessionTable, { detector, trainingShare, trainingPeriod }: GroupRequest): Split {
  if (detector !== undefined) return { trainingStart: 0, trainingEnd: 0, validationEnd: 0, sessions: sessions.count };
  if (trainingPeriod !== undefined) return splitByPeriod(sessions, trainingPeriod);
  return splitSessions(sessions.count, trainingShare);
}

function noSessions(log: OpenedLog, { label }: TriedRule): Outcome<never> {
  return problem(`No line of ${namesOf(log)} names a session by ${label}.`, 'Choose another session identifier.');
}

function noTimes(log: OpenedLog): Outcome<never> {
  return problem(
    `${namesOf(log)} carries no times, so it cannot be cut by them.`,
    'Choose a session identifier, or cut it every so many lines.',
  );
}

const isEmptyPeriod = ({ trainingStart, validationEnd }: Split) => validationEnd === trainingStart;

function allIgnored(log: OpenedLog): Outcome<never> {
  return problem(
    `All lines of the sessions of ${namesOf(log)} that could be learnt from are ignored.`,
    'Take some of the ignored templates back.',
  );
}

function emptyPeriod(log: OpenedLog): Outcome<never> {
  return problem(`No session of ${namesOf(log)} begins in the training period.`, 'Choose a longer one, or clear it.');
}

function problem(message: string, advice: string): Outcome<never> {
  return { ok: false, problem: { code: 'no-sessions', message, advice } };
}

const namesOf = (log: OpenedLog) => log.scanned.files.map(({ name }) => name).join(', ');

const SHOWN_CANDIDATES = 3;

/** Of the transitions on the page: more cannot be told apart. */
const SHOWN_KEYS = 30;

export async function reportSessions(log: OpenedLog, grouped: GroupedLog): Promise<SessionReport> {
  const { choice, sessions, split, cut } = grouped;
  const candidate = async (tried: TriedRule) => describeCandidate(tried, await log.rawLines(tried.example()));
  const [, ...others] = choice.tried.slice(0, SHOWN_CANDIDATES);
  const chosen = await candidate(choice.chosen);
  const rows = sessionRows(sessions);
  return {
    chosen,
    candidates: [chosen, ...(await Promise.all(others.map(candidate)))],
    reason: choice.reason,
    sessions: sessions.count,
    split: {
      earlier: split.trainingStart,
      training: split.trainingEnd - split.trainingStart,
      validation: split.validationEnd - split.trainingEnd,
      rest: split.sessions - split.validationEnd,
      openAtEnd: sum(cut.atEnd),
      openAtStart: sum(cut.atStart),
    },
    lengths: lengthBuckets(rows.events),
    transitions: countTransitions(sessions, SHOWN_KEYS),
    rows,
    leftOut: grouped.leftOut.map(({ session, detector }) => ({ session: sessions.ids[session] ?? '', detector })),
  };
}

export function reportTemplates(log: OpenedLog, { templates, keyed, nearest }: GroupedLog): TemplateRow[] {
  return templateRows(templates, log.scanned, keyed, nearest);
}

const sum = (flags: Uint8Array) => flags.reduce((total, flag) => total + flag, 0);

import type { LogKey, SessionIndex } from '../base/brand.ts';
import type { Nats } from '../base/units.ts';
import type { NearestTemplate } from '../drain/match.ts';
import type { Template } from '../drain/template.ts';
import type { SessionTable } from '../sequence/session-table.ts';
import type { SymbolSequences } from '../sequence/symbol-sequences.ts';
import type { JudgedRange, WindowIndex } from '../sequence/windows.ts';
import { type Column, telling } from './columns.ts';
import { type EnsembleScores, scoreOf } from './ensemble.ts';
import type { Cause, DetectorName, ExpectedKey, Finding } from './finding.ts';
import { reasonOf, reasonOfSession } from './reason.ts';
import type { Blame } from './session-detector.ts';
import { CONTEXT_TAIL } from './signature.ts';
import { KEPT_CANDIDATES, type SuccessorScores, surpriseOf } from './successor-scores.ts';
import { isUnexpected, type Threshold } from './threshold.ts';

/** All that explaining a session needs. */
export interface Evidence {
  readonly sessions: SessionTable;
  readonly sequences: SymbolSequences;
  readonly index: WindowIndex;
  readonly scores: SuccessorScores;
  readonly judged: JudgedRange;
  /** By log key; those after the vocabulary's are new. */
  readonly templates: readonly Template[];
  /** By the key of a template that training never saw: the known one it is most like. */
  readonly nearest: ReadonlyMap<LogKey, NearestTemplate>;
  /** Where a 0-based line is found again. */
  readonly locate: (line: number) => Place;
  /** Number of a 0-based line for people; one more than it where it is left out. */
  readonly numberOf?: ((line: number) => number) | undefined;
}

/** Where an event's line stands. */
export type Place = Pick<Finding, 'file' | 'fileLine' | 'byteOffset' | 'offsetIn'>;

/** The model's view of one position of a session: an event, or the END after the last one. */
export interface ScoredPosition {
  readonly position: number;
  readonly isEnd: boolean;
  /** A key never trained on. */
  readonly unseen: boolean;
  /** Whether it may be flagged; a session the data cuts off is not judged where it was cut. */
  readonly judged: boolean;
  readonly surprise: number;
  readonly rank: number;
  readonly probability: number;
  readonly successor: number;
}

/** END is this likely where a session that goes on has "run on" instead of having logged something unexpected. */
const END_WAS_DUE = 0.5;
/**
 * Once a session has left the usual path, all that follows is surprising too. The first event within a factor of 100 of the
 * least likely one is where it began.
 */
const SAME_SURPRISE = Math.log(100);

export function scorePositions(evidence: Evidence, session: SessionIndex): ScoredPosition[] {
  const length = positionsIn(evidence, session);
  return Array.from({ length }, (_, position) => scorePosition(evidence, session, position));
}

/** One for each event, and one for the END. */
const positionsIn = ({ sequences: { start } }: Evidence, session: SessionIndex) =>
  (start[session + 1] as number) - (start[session] as number);

/** @param position one that the session has */
function scorePosition(evidence: Evidence, session: SessionIndex, position: number): ScoredPosition {
  const { sequences, index, scores, judged } = evidence;
  const place = (sequences.start[session] as number) + position;
  const successor = index.successor[place] as number;
  const unseen = sequences.symbol[place] === sequences.vocabulary.unknown;
  const inRange = position >= (judged.from[session] as number) && position < (judged.to[session] as number);
  const probability = scores.probability[successor] as number;
  return {
    position,
    isEnd: position === positionsIn(evidence, session) - 1,
    unseen,
    judged: inRange || unseen,
    surprise: surpriseOf(probability),
    rank: scores.rank[successor] as number,
    probability,
    successor,
  };
}

/** What a session was last explained by: a detector, or the position of an event that the key model finds unusual. */
interface Told {
  readonly by: Column | number;
  readonly finding: Finding | undefined;
}

/**
 * Explains sessions at one threshold after another. As long as a threshold does not change what tells that a session is unusual,
 * its finding stays the same object.
 *
 * @returns the finding of a flagged session; of any other session, what is least usual in it, where anything is judged
 */
export function explainer(
  evidence: Evidence,
  ensemble: EnsembleScores,
): (session: SessionIndex, threshold: Threshold) => Finding | undefined {
  const told = new Map<SessionIndex, Told>();
  return (session, threshold) => {
    const last = told.get(session);
    const column = tellingColumn(ensemble, session, threshold);
    const next =
      (column && toldByDetector(evidence, ensemble, session, column, last)) ??
      toldByKeyModel(evidence, ensemble, session, threshold, last);
    if (next !== undefined && next !== last) told.set(session, next);
    return next?.finding;
  };
}

/** Undefined where the detector leaves it to the key model. */
function toldByDetector(
  evidence: Evidence,
  ensemble: EnsembleScores,
  session: SessionIndex,
  column: Column,
  last: Told | undefined,
): Told | undefined {
  if (column === last?.by) return last;
  const blame = column.explain?.(session, (key) => templateText(evidence.templates, key));
  if (blame === undefined) return undefined;
  const isThere = blame.position < positionsIn(evidence, session);
  const at = isThere ? scorePosition(evidence, session, blame.position) : undefined;
  const telling = { ...blame, detector: column.detector, score: scoreOf(ensemble, session) };
  return { by: column, finding: at && findingAt(evidence, session, at, telling) };
}

/** Undefined where nothing is judged. */
function toldByKeyModel(
  evidence: Evidence,
  ensemble: EnsembleScores,
  session: SessionIndex,
  threshold: Threshold,
  last: Told | undefined,
): Told | undefined {
  const origin = originOf(evidence, session, threshold);
  if (origin === undefined) return undefined;
  if (origin.position === last?.by) return last;
  const telling = { detector: origin.unseen ? 'unseen-key' : 'lstm', score: scoreOf(ensemble, session) } as const;
  return { by: origin.position, finding: findingAt(evidence, session, origin, telling) };
}

/** A session at a single threshold, see {@link explainer}. */
export function explainSession(
  evidence: Evidence,
  ensemble: EnsembleScores,
  session: SessionIndex,
  threshold: Threshold,
): Finding | undefined {
  return explainer(evidence, ensemble)(session, threshold);
}

/** Undefined where the key model's events tell. */
function tellingColumn({ keyModel, columns }: EnsembleScores, session: SessionIndex, threshold: Threshold) {
  const unseen = (keyModel.unseen[session] as number) >= 0;
  const byRank = threshold.by === 'rank' && (keyModel.rank[session] as number) >= threshold.candidates;
  return unseen || byRank ? undefined : telling(columns, session, threshold.surprise);
}

/** The event that the key model blames: among those it does not expect, or where it expects all, among all that are judged. */
function originOf(evidence: Evidence, session: SessionIndex, threshold: Threshold): ScoredPosition | undefined {
  const length = positionsIn(evidence, session);
  const flagged = (at: ScoredPosition) => at.judged && (at.unseen || isUnexpected(at, threshold));
  let most = 0;
  let mostFlagged = -1;
  for (let position = 0; position < length; position++) {
    const at = scorePosition(evidence, session, position);
    if (at.judged) most = Math.max(most, at.surprise);
    if (flagged(at)) mostFlagged = Math.max(mostFlagged, at.surprise);
  }
  for (let position = 0; position < length; position++) {
    const at = scorePosition(evidence, session, position);
    const isOrigin =
      mostFlagged < 0 ? at.judged && at.surprise >= most : flagged(at) && at.surprise >= mostFlagged - SAME_SURPRISE;
    if (isOrigin) return at;
  }
  return undefined;
}

/** What names the cause; without a sentence, the key model tells it. */
interface Telling extends Partial<Blame> {
  readonly detector: DetectorName;
  readonly score: Nats;
}

function findingAt(evidence: Evidence, session: SessionIndex, at: ScoredPosition, told: Telling): Finding {
  const { sessions, templates, numberOf = oneMore } = evidence;
  const firstEvent = sessions.start[session] as number;
  const lastEvent = (sessions.start[session + 1] as number) - 1;
  const event = Math.min(firstEvent + at.position, lastEvent);
  const line = sessions.line[event] as number;
  const before = firstEvent + at.position;
  const expected = expectedAfter(evidence, at.successor);
  const key = at.isEnd ? -1 : (sessions.key[event] as LogKey);
  const finding: Omit<Finding, 'reason'> = {
    session: sessions.ids[session] ?? '',
    cause: told.cause ?? causeOf(at, expected),
    score: told.score,
    line: numberOf(line),
    firstLine: numberOf(sessions.line[firstEvent] as number),
    lastLine: numberOf(sessions.line[lastEvent] as number),
    ...evidence.locate(line),
    timestamp: sessions.time[event] as number,
    template: templateText(templates, key),
    key,
    after: Array.from(
      sessions.key.subarray(Math.max(firstEvent, before - CONTEXT_TAIL), before),
      (one) => one as LogKey,
    ),
    rank: at.rank,
    probability: at.probability,
    expected,
    detector: told.detector,
  };
  if (told.sentence !== undefined) return { ...finding, reason: reasonOfSession(finding, told.sentence) };
  const previous = finding.after.at(-1);
  const like = key === -1 ? undefined : evidence.nearest.get(key);
  const nearest = like && { text: templateText(templates, like.key), differences: like.differences };
  return {
    ...finding,
    reason: reasonOf(finding, {
      before: previous === undefined ? '' : templateText(templates, previous),
      symbols: evidence.sequences.vocabulary.size,
      nearest,
    }),
  };
}

const oneMore = (line: number) => line + 1;

function causeOf(at: ScoredPosition, expected: readonly ExpectedKey[]): Cause {
  if (at.unseen) return 'new-template';
  if (at.isEnd) return 'ended-early';
  const likeliest = expected[0];
  return likeliest?.key === -1 && likeliest.probability >= END_WAS_DUE ? 'ran-on' : 'unexpected-key';
}

/** The likeliest keys after the window of this successor, those the model can tell from impossible. */
function expectedAfter(evidence: Evidence, successor: number): ExpectedKey[] {
  const { index, scores, sequences, templates } = evidence;
  const window = windowOf(index.set.nextStart, successor);
  const expected: ExpectedKey[] = [];
  for (let slot = window * KEPT_CANDIDATES; slot < (window + 1) * KEPT_CANDIDATES; slot++) {
    const symbol = scores.topSymbol[slot] as number;
    const key = symbol === sequences.vocabulary.end ? -1 : sequences.vocabulary.keys[symbol];
    if (key === undefined) continue;
    expected.push({ key, template: templateText(templates, key), probability: scores.topProbability[slot] as number });
  }
  return expected;
}

/** Window whose compressed row holds this successor. */
function windowOf(nextStart: Int32Array, successor: number): number {
  let low = 0;
  let high = nextStart.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((nextStart[middle] as number) <= successor) low = middle;
    else high = middle;
  }
  return low;
}

const END_TEXT = 'end of the session';

/** @param key -1 for the END of a session */
export function templateText(templates: readonly { readonly text: string }[], key: LogKey | -1): string {
  return key === -1 ? END_TEXT : (templates[key]?.text ?? '');
}

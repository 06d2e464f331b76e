import type { SessionTable } from '../sequence/session-table.ts';
import { range } from '../sequence/split.ts';
import type { NormalScores } from './calibrate.ts';
import type { Column } from './columns.ts';
import { countDistance, type KnownCounts } from './count-distance.ts';
import { crossFit, fitKinds, inTimeOrder, kindsAmong, scoreEach, withTaught } from './cross-fit.ts';
import type { DetectorName } from './finding.ts';
import { type KnownSteps, markovChain } from './markov-chain.ts';
import { countOutlying } from './outlying.ts';
import { eventRate } from './rate/event-rate.ts';
import type { RateNorms } from './rate/rate-norms.ts';
import type { RecentEvents } from './rate/recurrences.ts';
import { type ScoreTail, scoreTail, surpriseAbove } from './score-tail.ts';
import { firstAlike, type SequenceLog } from './sequence-log.ts';
import type { SessionDetector, SessionJudge } from './session-detector.ts';
import { type KnownLengths, sessionLength } from './session-length.ts';
import type { StepNorms } from './timing/step-norms.ts';
import { stepTime } from './timing/step-time.ts';
import { eventValue } from './values/event-value.ts';
import type { Expectations, LineValues } from './values/line-values.ts';
import type { ValueNorms } from './values/value-norms.ts';

/** A log as all detectors see it. */
export interface EnsembleLog {
  readonly sequence: SequenceLog;
  readonly sessions: SessionTable;
  readonly values: LineValues;
  readonly expected?: Expectations | undefined;
  /** The same sessions as `values` counts their lines, where that is another count. */
  readonly valued?: SessionTable | undefined;
}

/** Detectors beside the key model: seconds to fit, no network. */
export type QuickDetector = Exclude<DetectorName, 'unseen-key' | 'lstm'>;

/** What each of them learnt. */
export interface QuickStates {
  readonly markov: KnownSteps;
  readonly counts: KnownCounts;
  readonly length: KnownLengths;
  readonly timing: StepNorms;
  readonly values: ValueNorms;
  readonly rate: RateNorms;
}

/** What each of them learnt, and how high its scores go among normal sessions. */
export interface QuickModels {
  readonly states: QuickStates;
  readonly tails: Readonly<Record<QuickDetector, ScoreTail>>;
}

/** What a detector file holds of them. */
export interface SavedEnsemble {
  readonly models: QuickModels;
  /** How unusual all detectors together find normal sessions: thresholds come from these, for any budget. */
  readonly normal: NormalScores;
}

/** Differences of scores below these mean little: see {@link ScoreTail}. Ratios of lengths, nats, events of a key that never varies. */
const UNITS: Readonly<Record<QuickDetector, number>> = {
  markov: 1,
  counts: 0.5,
  length: 0.1,
  timing: 1,
  values: 1,
  rate: 1,
};

/** The detectors beside the key model, and what they say of the log they learnt from. */
export interface FittedDetectors {
  readonly models: QuickModels;
  readonly columns: readonly Column[];
  /** Sessions among the learnt ones that stand apart by their times, values or rates: they are no measure of what is normal. */
  readonly apart: ReadonlySet<number>;
}

/**
 * Fits all quick detectors, and judges all sessions: those that were learnt from by what was learnt from others.
 *
 * @param learnt indices of the sessions to learn from, in time order
 * @param taught others that a person calls normal: they are learnt from too, and judged with that; they do not tell how high the
 *   scores of normal sessions go, since they were chosen for theirs
 */
export function fitQuickDetectors(
  log: EnsembleLog,
  learnt: readonly number[],
  taught: readonly number[] = [],
): FittedDetectors {
  const alike = firstAlike(log.sequence);
  const how = { learnt, taught, count: log.sessions.count };
  const markov = learn(markovChain, { log: log.sequence, ...how }, UNITS.markov, alike);
  const counts = learn(countDistance, { log: log.sequence, ...how }, UNITS.counts, alike);
  const length = learn(sessionLength, { log: log.sequence, ...how }, UNITS.length, alike);
  const timing = learnOfEvents(stepTime, { log: log.sessions, ...how }, UNITS.timing);
  const values = learnOfEvents(eventValue, { log, ...how }, UNITS.values);
  const rate = learnOfEvents(eventRate, { log: log.sessions, ...how }, UNITS.rate);
  return {
    models: {
      states: {
        markov: markov.state,
        counts: counts.state,
        length: length.state,
        timing: timing.state,
        values: values.state,
        rate: rate.state,
      },
      tails: {
        markov: markov.tail,
        counts: counts.tail,
        length: length.tail,
        timing: timing.tail,
        values: values.tail,
        rate: rate.tail,
      },
    },
    columns: [
      columnOf('markov', markov),
      columnOf('values', values),
      columnOf('timing', timing),
      columnOf('rate', rate),
      columnOf('counts', counts),
      columnOf('length', length),
    ],
    apart: new Set([timing, values, rate].flatMap((fitted) => fitted.apart)),
  };
}

/**
 * Judges all sessions of a log by what was learnt from another.
 *
 * @param before events of the parts of the log that came before this one
 */
export function applyQuickDetectors(
  log: EnsembleLog,
  { states, tails }: QuickModels,
  before?: RecentEvents,
): readonly Column[] {
  const alike = firstAlike(log.sequence);
  const all = range(0, log.sessions.count);
  const column = (detector: QuickDetector, judge: SessionJudge, same?: Int32Array) =>
    columnOf(detector, { judge, tail: tails[detector], scores: scoreEach(judge, all, same) });
  return [
    column('markov', markovChain.judge(states.markov, log.sequence), alike),
    column(
      'values',
      eventValue.judge(states.values, {
        sessions: log.valued ?? log.sessions,
        values: log.values,
        expected: log.expected,
      }),
    ),
    column('timing', stepTime.judge(states.timing, log.sessions)),
    column('rate', eventRate.judge(states.rate, log.sessions, before)),
    column('counts', countDistance.judge(states.counts, log.sequence), alike),
    column('length', sessionLength.judge(states.length, log.sequence), alike),
  ];
}

interface Fitted<State> {
  readonly state: State;
  readonly judge: SessionJudge;
  readonly tail: ScoreTail;
  readonly scores: Float64Array;
}

interface Task<Log> {
  readonly log: Log;
  readonly learnt: readonly number[];
  readonly taught: readonly number[];
  readonly count: number;
}

/** More than this share standing apart is a kind of session, not an accident. */
const MOST_APART = 0.1;

/**
 * As {@link learn}, for detectors whose norms a few anomalies among the sessions do not move: these need not be left out before,
 * but they must not tell how high the scores of normal sessions go.
 */
function learnOfEvents<Log, State>(
  detector: SessionDetector<Log, State>,
  task: Task<Log>,
  unit: number,
): Fitted<State> & { readonly apart: readonly number[] } {
  const fitted = learn(detector, task, unit);
  const scoreOf = (session: number) => fitted.scores[session] as number;
  const descending = task.learnt.toSorted((a, b) => scoreOf(b) - scoreOf(a));
  const scores = descending.map(scoreOf);
  const outlying = countOutlying(scores, unit, Math.floor(MOST_APART * scores.length));
  return { ...fitted, tail: scoreTail(scores.slice(outlying), unit), apart: descending.slice(0, outlying) };
}

/** Sessions that were learnt from are scored by what was learnt from the others. */
function learn<Log, State>(
  detector: SessionDetector<Log, State>,
  { log, learnt, taught, count }: Task<Log>,
  unit: number,
  alike?: Int32Array,
): Fitted<State> {
  const crossFitted = crossFit(detector, log, learnt, alike, taught);
  const state =
    alike === undefined
      ? detector.fit(log, inTimeOrder(learnt, taught))
      : fitKinds(detector, log, withTaught(kindsAmong(learnt, alike), taught, alike));
  const judge = detector.judge(state, log);
  const own = new Set(learnt);
  const others = range(0, count).filter((session) => !own.has(session));
  const scores = new Float64Array(count);
  scoreEach(judge, others, alike).forEach((score, at) => {
    scores[others[at] as number] = score;
  });
  crossFitted.forEach((score, at) => {
    scores[learnt[at] as number] = score;
  });
  return { state, judge, tail: scoreTail(crossFitted, unit), scores };
}

function columnOf(detector: DetectorName, { judge, tail, scores }: Omit<Fitted<unknown>, 'state'>): Column {
  return {
    detector,
    surprise: scores.map(surpriseAbove(tail)),
    explain: (session, textOf) => judge.explain(session, textOf),
  };
}

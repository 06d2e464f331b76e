import type { Detector } from '../../bundle/detector.ts';
import type { SessionIndex } from '../../core/base/brand.ts';
import { calibrate } from '../../core/detect/calibrate.ts';
import { keyModelColumn, keyModelTail } from '../../core/detect/columns.ts';
import { ensembleScores, isFlagged } from '../../core/detect/ensemble.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { type Evidence, explainSession } from '../../core/detect/findings.ts';
import { applyQuickDetectors, type EnsembleLog, type QuickModels } from '../../core/detect/quick-detectors.ts';
import { noRecentEvents } from '../../core/detect/rate/recurrences.ts';
import { surpriseAbove } from '../../core/detect/score-tail.ts';
import { scoreSessions } from '../../core/detect/session-scores.ts';
import { addScores, emptyScores, type SuccessorScores } from '../../core/detect/successor-scores.ts';
import type { Threshold } from '../../core/detect/threshold.ts';
import { type CutSessions, type Cuts, cutEverywhere, cutsBy, judgedRange } from '../../core/sequence/cut-sessions.ts';
import type { SessionTable } from '../../core/sequence/session-table.ts';
import { range } from '../../core/sequence/split.ts';
import { symbolSequences } from '../../core/sequence/symbol-sequences.ts';
import { buildVocabulary, type Vocabulary } from '../../core/sequence/vocabulary.ts';
import { indexWindows, type WindowIndex } from '../../core/sequence/windows.ts';
import type { DetectOptions } from '../data.api.ts';
import { normalOf } from '../saved-scores.ts';
import { type ClosedLog, type ClosedSession, closedLog } from './closed-sessions.ts';
import type { StreamKeys } from './stream-keys.ts';
import { type Predict, WindowProbabilities } from './window-probabilities.ts';

/** Moments of the first and the last event of the stream so far. */
export interface StreamEdges {
  readonly begin: number;
  readonly end: number;
}

/** Judges sessions of a stream as they close, by all that a detector knows. */
export class StreamScorer {
  readonly #detector: Detector;
  readonly #file: Pick<Finding, 'file' | 'offsetIn'>;
  readonly #keys: StreamKeys;
  readonly #vocabulary: Vocabulary;
  readonly #probabilities: WindowProbabilities;
  readonly #byRank: boolean;
  readonly #threshold: Threshold;
  readonly #cuts: Cuts;
  readonly #recent = noRecentEvents();
  #models: QuickModels | undefined;
  #lastLine = -1;

  constructor(
    detector: Detector,
    file: Pick<Finding, 'file' | 'offsetIn'>,
    keys: StreamKeys,
    options: DetectOptions,
    predict: Predict,
  ) {
    const { heldOut, ensemble, weights } = detector;
    this.#detector = detector;
    this.#file = file;
    this.#keys = keys;
    this.#vocabulary = buildVocabulary(detector.vocabulary);
    this.#probabilities = new WindowProbabilities(predict, weights.shape.symbols);
    this.#byRank = options.candidates !== 'auto';
    this.#threshold = calibrate(
      normalOf({ heldOut, ensemble }),
      heldOut,
      surpriseAbove(keyModelTail(heldOut)),
      options,
    );
    this.#cuts = cutsBy(detector.rhythm);
    this.#models = ensemble?.models;
  }

  /** @returns findings of the flagged ones among them, in their order */
  async score(closed: readonly ClosedSession[], edges: StreamEdges): Promise<readonly Finding[]> {
    const { heldOut, rhythm, weights } = this.#detector;
    const { history } = weights.shape;
    const log = closedLog(closed, this.#keys.slots());
    const { sessions: placed, values, lineOf, offsetOf } = log;
    // Where there are no times, moments are lines of the stream.
    const sessions = rhythm.unit === 'milliseconds' ? placed : { ...placed, line: Int32Array.from(lineOf) };
    const sequences = symbolSequences(sessions, this.#vocabulary, this.#keys.templates.length);
    const judged = judgedRange(sessions, this.#cutsOf(closed, sessions, edges), history);
    const index = indexWindows(sequences, history, range(0, sessions.count));
    const scores = await this.#successorScores(index);
    const keyModel = scoreSessions(sequences, index, scores, judged);
    this.#watchOrder(log);
    const quick = this.#quickColumns({ sequence: { sequences, judged }, sessions, valued: placed, values });
    const ensemble = ensembleScores(keyModel, keyModelColumn(keyModel, heldOut, []), quick, this.#byRank);
    const { templates, nearest } = this.#keys;
    const locate = (place: number) => ({
      ...this.#file,
      fileLine: numberOf(place),
      byteOffset: offsetOf[place] as number,
    });
    const numberOf = (place: number) => (lineOf[place] as number) + 1;
    const evidence: Evidence = {
      sessions: placed,
      sequences,
      index,
      scores,
      judged,
      templates,
      nearest,
      locate,
      numberOf,
    };
    return range(0, sessions.count)
      .filter((session) => isFlagged(ensemble, session, this.#threshold))
      .flatMap((session) => {
        const finding = explainSession(evidence, ensemble, session as SessionIndex, this.#threshold);
        return finding === undefined ? [] : [finding];
      });
  }

  async #successorScores({ set }: WindowIndex): Promise<SuccessorScores> {
    const scores = emptyScores(set);
    addScores(scores, set, this.#vocabulary, 0, set.count, await this.#probabilities.of(set));
    return scores;
  }

  #cutsOf(closed: readonly ClosedSession[], sessions: SessionTable, { begin, end }: StreamEdges): CutSessions {
    const { session: chosen, rhythm } = this.#detector;
    if (chosen.rule.by !== 'identifier') return cutEverywhere(closed.length);
    const at = (event: number) =>
      rhythm.unit === 'milliseconds' ? (sessions.time[event] as number) : (sessions.line[event] as number);
    const keyOf = (event: number) => sessions.key[event] as number;
    const atStart = closed.map(({ session }, s) => {
      const first = sessions.start[s] as number;
      return session.isContinued || this.#cuts.mayHaveRun(keyOf(first), at(first) - begin) ? 1 : 0;
    });
    const atEnd = closed.map(({ ending }, s) => {
      const last = (sessions.start[s + 1] as number) - 1;
      if (ending === 'end') return this.#cuts.mayGoOn(keyOf(last), end - at(last)) ? 1 : 0;
      return ending === 'evicted' ? 1 : 0;
    });
    return { atStart: Uint8Array.from(atStart), atEnd: Uint8Array.from(atEnd) };
  }

  #quickColumns(log: EnsembleLog) {
    return this.#models === undefined ? [] : applyQuickDetectors(log, this.#models, this.#recent);
  }

  /** Rates are those of a log whose sessions come one after the other, see `isStream`; once two overlap it is none any more. */
  #watchOrder({ lineOf }: ClosedLog): void {
    const models = this.#models;
    if (models === undefined || models.states.rate.keys.length === 0) return;
    let isOrdered = true;
    for (const line of lineOf) {
      isOrdered &&= line > this.#lastLine;
      this.#lastLine = line;
    }
    if (isOrdered) return;
    this.#models = { ...models, states: { ...models.states, rate: { ...models.states.rate, keys: [] } } };
  }
}

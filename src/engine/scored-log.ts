import type { SessionIndex } from '../core/base/brand.ts';
import { type Evidence, scorePositions, templateText } from '../core/detect/findings.ts';
import { type SessionScores, scoreSessions } from '../core/detect/session-scores.ts';
import { addScores, emptyScores, type SuccessorScores } from '../core/detect/successor-scores.ts';
import { type HeldOut, heldOutScores } from '../core/detect/threshold.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import { buildAnomalyReport } from '../core/report/build-anomaly-report.ts';
import type { SessionDetail, SessionEvent } from '../core/report/log-report.ts';
import { judgedRange } from '../core/sequence/cut-sessions.ts';
import { partOf, range } from '../core/sequence/split.ts';
import { type SymbolSequences, symbolSequences } from '../core/sequence/symbol-sequences.ts';
import { indexWindows, type JudgedRange, type WindowIndex } from '../core/sequence/windows.ts';
import type { DetectOptions, TrainingSets } from './data.api.ts';
import type { GroupedLog } from './grouped-log.ts';
import type { OpenedLog } from './opened-log.ts';

/** The sessions of a log as the model sees them, for one length of history. */
export interface ModelledLog {
  readonly history: number;
  readonly sequences: SymbolSequences;
  readonly judged: JudgedRange;
}

export function modelLog({ sessions, vocabulary, keyed, cut }: GroupedLog, history: number): ModelledLog {
  return {
    history,
    sequences: symbolSequences(sessions, vocabulary, keyed.miner.templates.length),
    judged: judgedRange(sessions, cut, history),
  };
}

export function trainingSets({ history, sequences, judged }: ModelledLog, { split }: GroupedLog): TrainingSets {
  const windows = (from: number, to: number) => indexWindows(sequences, history, range(from, to), judged).set;
  return {
    training: windows(split.trainingStart, split.trainingEnd),
    validation: windows(split.trainingEnd, split.validationEnd),
  };
}

/** Scores of all sessions, filled in batch by batch. */
export class ScoredLog {
  readonly index: WindowIndex;
  private readonly log: OpenedLog;
  private readonly grouped: GroupedLog;
  private readonly modelled: ModelledLog;
  private readonly scores: SuccessorScores;
  private sessionScores: SessionScores | undefined;

  constructor(log: OpenedLog, grouped: GroupedLog, modelled: ModelledLog) {
    this.log = log;
    this.grouped = grouped;
    this.modelled = modelled;
    this.index = indexWindows(modelled.sequences, modelled.history, range(0, grouped.sessions.count));
    this.scores = emptyScores(this.index.set);
  }

  /** @param probabilities shape [to - from, symbols] */
  add(from: number, to: number, probabilities: Float32Array): void {
    addScores(this.scores, this.index.set, this.grouped.vocabulary, from, to, probabilities);
    this.sessionScores = undefined;
  }

  heldOut(): HeldOut {
    const { trainingEnd, validationEnd } = this.grouped.split;
    return heldOutScores(this.scoresOfSessions(), range(trainingEnd, validationEnd));
  }

  detect(heldOut: HeldOut, options: DetectOptions): AnomalyReport {
    const { split } = this.grouped;
    return buildAnomalyReport(this.evidence(), this.scoresOfSessions(), heldOut, { ...options, split });
  }

  inspect(id: string): SessionDetail | undefined {
    const { sessions, split, cut, templates } = this.grouped;
    const session = sessions.ids.indexOf(id);
    if (session < 0) return undefined;
    const first = sessions.start[session] as number;
    const last = (sessions.start[session + 1] as number) - 1;
    const events = scorePositions(this.evidence(), session as SessionIndex).map((at): SessionEvent => {
      const event = Math.min(first + at.position, last);
      const key = at.isEnd ? -1 : (sessions.key[event] as SessionEvent['key']);
      return {
        line: (sessions.line[event] as number) + 1,
        key,
        template: templateText(templates, key),
        time: sessions.time[event] as number,
        surprise: at.surprise,
        rank: at.rank,
        probability: at.probability,
      };
    });
    const openAtEnd = cut.atEnd[session] === 1;
    return {
      session: id,
      part: partOf(session, split),
      openAtEnd,
      events: openAtEnd ? events.slice(0, -1) : events,
    };
  }

  private scoresOfSessions(): SessionScores {
    const { sequences, judged } = this.modelled;
    this.sessionScores ??= scoreSessions(sequences, this.index, this.scores, judged);
    return this.sessionScores;
  }

  private evidence(): Evidence {
    const { sessions, templates, nearest } = this.grouped;
    const { sequences, judged } = this.modelled;
    const { index, scores, log } = this;
    return { sessions, sequences, index, scores, judged, templates, nearest, locate: (line) => log.locate(line) };
  }
}

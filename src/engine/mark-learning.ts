import type { Mark } from '../core/detect/marks/mark.ts';
import { type MarkedSessions, type MarksInLog, markedSessions } from '../core/detect/marks/marked-sessions.ts';
import type { TextOf } from '../core/detect/session-detector.ts';
import type { LabelList } from '../core/evaluate/labels.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import { compareFlags, type DetectorVersions, type LearningReport } from '../core/report/learning-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { LearningTask } from '../core/sequence/learning-task.ts';
import type { DetectOptions } from './data.api.ts';
import { existing } from './existing.ts';
import type { ScoredLog } from './scored-log.ts';

/** The one that was trained and the newest others. */
const MOST_VERSIONS = 10;

interface Version {
  readonly number: number;
  readonly marked: number;
  readonly scored: ScoredLog;
}

interface Trial {
  readonly marks: MarksInLog;
  readonly scored: ScoredLog;
}

/** What marks make of a model that was trained on a log. Nothing takes the place of the version in force before it is accepted. */
export class MarkLearning {
  private versions: readonly Version[];
  private current: Version;
  private trial: Trial | undefined;
  private made = 0;

  constructor(trained: ScoredLog) {
    this.current = { number: 0, marked: 0, scored: trained };
    this.versions = [this.current];
  }

  /** To be filled with what the model says once it has learnt. */
  get trialLog(): ScoredLog | undefined {
    return this.trial?.scored;
  }

  /** @param found what is flagged now */
  begin(
    ids: readonly string[],
    found: AnomalyReport,
    marks: readonly Mark[],
    textOf: TextOf,
    seed: number,
  ): Outcome<LearningTask> {
    const { scored } = this.current;
    const said = withLearnt(markedSessions(ids, found.findings, marks, textOf), scored.marked);
    if (said.normal.length + said.anomalous.length === 0) return NOTHING_MARKED;
    this.trial = { marks: said, scored: scored.withMarks(said) };
    return { ok: true, value: scored.learningTask(said, found.threshold, seed) };
  }

  /** @param before what is flagged now */
  compare(
    ids: readonly string[],
    before: AnomalyReport,
    options: DetectOptions,
    labels: LabelList | undefined,
  ): LearningReport {
    const { marks, scored } = existing(this.trial, 'Nothing was learnt from marks');
    return compareFlags({ ids, marks, before, after: scored.flag(options, labels), heldOut: scored.learnt });
  }

  accept(): ScoredLog {
    const { marks, scored } = existing(this.trial, 'Nothing was learnt from marks');
    this.trial = undefined;
    this.current = { number: ++this.made, marked: marks.normal.length + marks.anomalous.length, scored };
    const [trained, ...others] = this.versions;
    this.versions = [...(trained ? [trained] : []), ...others.slice(2 - MOST_VERSIONS), this.current];
    return scored;
  }

  discard(): void {
    this.trial = undefined;
  }

  /** @throws Error if that version is not kept */
  rollBack(number: number): ScoredLog {
    this.current = existing(
      this.versions.find((version) => version.number === number),
      `Version ${number} is not kept`,
    );
    return this.current.scored;
  }

  list(): DetectorVersions {
    return {
      kept: this.versions.map((version) => ({ number: version.number, marked: version.marked })),
      current: this.current.number,
    };
  }
}

/** What was learnt is flagged no more, so that marks on reasons do not reach it; it stays learnt unless a newer mark says otherwise. */
function withLearnt(said: MarksInLog, learnt: MarkedSessions | undefined): MarksInLog {
  if (learnt === undefined) return said;
  const merged = (own: readonly number[], earlier: readonly number[], other: readonly number[]) => {
    const overruled = new Set(other);
    const all = new Set([...own, ...earlier.filter((session) => !overruled.has(session))]);
    return [...all].sort((a, b) => a - b);
  };
  return {
    ...said,
    normal: merged(said.normal, learnt.normal, said.anomalous),
    anomalous: merged(said.anomalous, learnt.anomalous, said.normal),
  };
}

const NOTHING_MARKED: Outcome<never> = {
  ok: false,
  problem: {
    code: 'nothing-to-learn',
    message: 'No session of this log is marked, so there is nothing to learn.',
    advice: 'Mark a finding as normal or as an anomaly first.',
  },
};

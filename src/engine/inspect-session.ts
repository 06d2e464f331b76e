import type { LogKey, SessionIndex } from '../core/base/brand.ts';
import type { EnsembleScores } from '../core/detect/ensemble.ts';
import { type Evidence, templateText } from '../core/detect/findings.ts';
import { oddEvents } from '../core/detect/odd-events.ts';
import type { QuickModels } from '../core/detect/quick-detectors.ts';
import type { Threshold } from '../core/detect/threshold.ts';
import type { ValuedLog } from '../core/detect/values/line-values.ts';
import type { DetectorVerdict, SessionDetail } from '../core/report/log-report.ts';
import { partOf } from '../core/sequence/split.ts';
import type { GroupedLog } from './grouped-log.ts';
import { sessionEvents } from './session-events.ts';

/** What there is to look a session up in. */
export interface Inspected {
  readonly grouped: GroupedLog;
  readonly evidence: Evidence;
  readonly log: ValuedLog;
  /** Missing where a detector file holds none. */
  readonly models: QuickModels | undefined;
  /** Missing before the sessions were judged. */
  readonly found: { readonly ensemble: EnsembleScores; readonly threshold: Threshold } | undefined;
}

/** All that is said of one session, but for the workflow it left. */
export function inspectSession(session: SessionIndex, of: Inspected): SessionDetail {
  const { grouped, evidence, log, models } = of;
  const { sessions, split, cut, templates } = grouped;
  const textOf = (key: LogKey | -1) => templateText(templates, key);
  const events = sessionEvents(grouped, evidence, session);
  const openAtEnd = cut.atEnd[session] === 1;
  return {
    session: sessions.ids[session] ?? '',
    part: partOf(session, split),
    openAtEnd,
    events: openAtEnd ? events.slice(0, -1) : events,
    verdicts: verdictsOn(session, of),
    oddEvents: models === undefined ? [] : oddEvents(log, models.states, session, textOf),
  };
}

function verdictsOn(session: SessionIndex, { found, grouped }: Inspected): readonly DetectorVerdict[] {
  if (found === undefined) return [];
  const { ensemble, threshold } = found;
  const textOf = (key: LogKey | -1) => templateText(grouped.templates, key);
  return ensemble.columns.map(({ detector, surprise, explain }) => ({
    detector,
    surprise: surprise[session] as number,
    isFlagged: (surprise[session] as number) > threshold.surprise,
    sentence: explain?.(session, textOf)?.sentence,
  }));
}

import { formatNumberOf } from '../../../../core/base/format.ts';
import type { LearningReport } from '../../../../core/report/learning-report.ts';

/** What was learnt, and what could not be. */
export function marksSentence({ normal, anomalous, missing, overruled, stays }: LearningReport): string {
  const learnt = [
    normal > 0 && `${formatNumberOf(normal, 'session')} as normal`,
    anomalous > 0 && `${formatNumberOf(anomalous, 'session')} as ${anomalous === 1 ? 'an anomaly' : 'anomalies'}`,
  ].filter((part) => part !== false);
  const rest = [
    stays > 0 &&
      `Still flagged: ${formatNumberOf(stays, 'session')} marked as normal, by times, values or a new template.`,
    missing > 0 && `Not in this log: ${formatNumberOf(missing, 'mark')}.`,
    overruled > 0 && `Newer marks say otherwise of ${formatNumberOf(overruled, 'mark')}.`,
  ].filter((part) => part !== false);
  return [`Learnt: ${learnt.join(', ')}.`, ...rest].join(' ');
}

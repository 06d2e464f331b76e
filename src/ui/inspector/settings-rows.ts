import type { State } from '../../app/state.ts';
import { formatCount } from '../../core/base/format.ts';
import { masksOf } from '../../core/drain/edits/template-changes.ts';
import type { TemplateEdits } from '../../core/drain/edits/template-edit.ts';
import { parsedOf, scoredOf } from '../analysis.ts';

const maskRows = (edits: TemplateEdits) => masksOf(edits).map((mask) => ['words read as values', mask] as const);

/** What made the findings on screen, for a person who wants to have them again: names and values. */
export function settingsRows({
  analysis,
  settings: now,
  shownBy,
  detector,
}: Pick<State, 'analysis' | 'settings' | 'shownBy' | 'detector'>): readonly (readonly [name: string, value: string])[] {
  const sessions = parsedOf(analysis)?.sessions;
  const scored = scoredOf(analysis);
  if (sessions === undefined || scored === undefined) return [];
  const { history, seed, candidates, falseAlarmsPerThousand, templateEdits } = shownBy.findings ?? now;
  const { training, validation } = sessions.split;
  return [
    ['sessions', `${formatCount(sessions.sessions)} by ${sessions.chosen.label}`],
    detector === undefined
      ? ['learnt from', `${formatCount(training)} sessions, ${formatCount(validation)} held out`]
      : ['detector', detector.name],
    ['threshold', scored.anomalies.threshold.promise],
    ['false alarms per 1,000 sessions', String(falseAlarmsPerThousand)],
    ['history', String(detector?.history ?? history)],
    ['candidates', String(candidates)],
    ...(detector === undefined ? ([['seed', String(seed)], ...maskRows(templateEdits)] as const) : []),
    ['backend', scored.model.backend.backend],
  ];
}

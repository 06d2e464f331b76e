import { formatCount, formatShare } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import { namedText, type TemplateNames } from '../../../core/report/template-names.ts';
import type { TaskReport } from '../../../core/report/workflow-report.ts';
import type { Fact } from '../../widgets/Facts.tsx';

/** A task in numbers. */
export function taskFacts(
  { sessions, variants, steps, rare, startedBy }: TaskReport,
  { byText }: TemplateNames,
): readonly Fact[] {
  return [
    { name: 'Sessions', value: formatCount(sessions), note: 'that it is learnt from' },
    {
      name: 'Usual steps',
      value: formatCount(steps),
      note: rare === 0 ? 'no others' : `${formatCount(rare)} rare ones beside them`,
    },
    { name: 'Distinct orders', value: formatCount(variants), note: 'of events, rare steps among them' },
    ...startedBy.map(({ template, share }) => ({
      name: 'Started by',
      value: formatShare(share),
      note: `of its sessions, by “${visibleText(namedText(template, byText.get(template)))}” of another task`,
    })),
  ];
}

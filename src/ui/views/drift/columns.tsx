import { formatCount, formatProbability, formatShare } from '../../../core/base/format.ts';
import type { TemplateChange, TemplateDrift } from '../../../core/drift/template-drift.ts';
import type { Column } from '../../widgets/column.ts';
import { NamedTemplate } from '../../widgets/NamedTemplate.tsx';

const WORDS: Readonly<Record<TemplateChange, string>> = {
  new: 'new',
  gone: 'gone',
  more: 'more often',
  less: 'less often',
  steady: 'as before',
};

/** The gravest change first. */
const ORDER: readonly TemplateChange[] = ['steady', 'less', 'more', 'gone', 'new'];

export const DRIFT_COLUMNS: readonly Column<TemplateDrift>[] = [
  {
    id: 'template',
    title: 'Template',
    width: 'minmax(0, 1fr)',
    cell: (row) => <NamedTemplate logKey={row.key} text={row.text} />,
    sortBy: (row) => row.text,
  },
  {
    id: 'change',
    title: 'Change',
    width: '84px',
    cell: (row) => WORDS[row.change],
    sortBy: (row) => ORDER.indexOf(row.change),
  },
  {
    id: 'lines',
    title: 'Lines now',
    width: '84px',
    align: 'end',
    showFrom: 680,
    cell: (row) => formatCount(row.now.lines),
    sortBy: (row) => row.now.lines,
  },
  {
    id: 'before',
    title: 'Sessions then',
    width: '104px',
    align: 'end',
    cell: (row) => (row.change === 'new' ? formatShare(0) : formatShare(row.before.inSessions)),
    sortBy: (row) => row.before.inSessions,
  },
  {
    id: 'now',
    title: 'Sessions now',
    width: '104px',
    align: 'end',
    cell: (row) => formatShare(row.now.inSessions),
    sortBy: (row) => row.now.inSessions,
  },
  {
    id: 'chance',
    title: 'By chance',
    width: '96px',
    align: 'end',
    showFrom: 760,
    cell: (row) => formatProbability(row.q),
    sortBy: (row) => row.q,
  },
];

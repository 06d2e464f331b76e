import { formatCount, formatShare, NOTHING } from '../../../core/base/format.ts';
import type { TemplateRow } from '../../../core/report/log-report.ts';
import { SEVERITIES } from '../../../core/scan/scanned-log.ts';
import type { Column } from '../../widgets/column.ts';
import { TemplateName } from '../../widgets/TemplateName.tsx';
import { TemplateText } from '../../widgets/TemplateText.tsx';
import { Sparkline } from './Sparkline.tsx';
import styles from './TemplatesView.module.css';

export const TEMPLATE_COLUMNS: readonly Column<TemplateRow>[] = [
  {
    id: 'key',
    title: 'Id',
    width: '2.375rem',
    align: 'end',
    cell: (row) => row.key,
    sortBy: (row) => row.key,
  },
  {
    id: 'template',
    title: 'Template',
    width: 'minmax(0, 1fr)',
    cell: (row) => (
      <span
        className={styles.template}
        title={row.nearest ? `${row.text}\nNearest known: ${row.nearest.text}` : row.text}
      >
        {row.isNew && <span className={styles.new}>new</span>}
        {row.isPinned && <span className={styles.pinned}>pinned</span>}
        {row.isIgnored && <span className={styles.ignored}>ignored</span>}
        {row.name !== undefined && <TemplateName name={row.name} />}
        <TemplateText text={row.text} />
      </span>
    ),
    sortBy: (row) => row.name ?? row.text,
  },
  {
    id: 'severity',
    title: 'Level',
    width: '2.75rem',
    showFrom: 760,
    cell: (row) => <Level row={row} />,
    sortBy: (row) => SEVERITIES.indexOf(row.severity),
  },
  {
    id: 'count',
    title: 'Lines',
    width: '4.25rem',
    align: 'end',
    cell: (row) => formatCount(row.count),
    sortBy: (row) => row.count,
  },
  {
    id: 'share',
    title: 'Share',
    width: '3.875rem',
    align: 'end',
    showFrom: 560,
    cell: (row) => formatShare(row.share),
    sortBy: (row) => row.share,
  },
  {
    id: 'trend',
    title: 'Over time',
    width: '4.5rem',
    showFrom: 680,
    cell: (row) => <Sparkline values={row.trend} />,
  },
  {
    id: 'first',
    title: 'First line',
    width: '4.625rem',
    align: 'end',
    showFrom: 860,
    cell: (row) => formatCount(row.firstLine),
    sortBy: (row) => row.firstLine,
  },
  {
    id: 'last',
    title: 'Last line',
    width: '4.625rem',
    align: 'end',
    showFrom: 860,
    cell: (row) => formatCount(row.lastLine),
    sortBy: (row) => row.lastLine,
  },
];

function Level({ row: { severity } }: { readonly row: TemplateRow }) {
  if (severity === 'none') return NOTHING;
  const bad = severity === 'error' || severity === 'fatal';
  return <span className={bad ? styles.bad : severity === 'warn' ? styles.warn : styles.calm}>{severity}</span>;
}

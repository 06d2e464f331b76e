import { formatCount, formatShare, formatTime, isOneDay, NOTHING, shortTime } from '../../../core/base/format.ts';
import type { TemplateRow } from '../../../core/report/log-report.ts';
import { SEVERITIES, type TimeSpan } from '../../../core/scan/scanned-log.ts';
import type { Column } from '../../widgets/column.ts';
import { TemplateName } from '../../widgets/TemplateName.tsx';
import { TemplateText } from '../../widgets/TemplateText.tsx';
import { Sparkline } from './Sparkline.tsx';
import styles from './TemplatesView.module.css';

/** @param span of the log, where it has times: then the table tells when a template was seen, else in which lines */
export function templateColumns(span: TimeSpan | undefined): readonly Column<TemplateRow>[] {
  return [...COLUMNS, ...(span === undefined ? LINE_COLUMNS : timeColumns(isOneDay([span.first, span.last])))];
}

const COLUMNS: readonly Column<TemplateRow>[] = [
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
];

const LINE_COLUMNS: readonly Column<TemplateRow>[] = [
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

function timeColumns(oneDay: boolean): readonly Column<TemplateRow>[] {
  const column = (id: 'first' | 'last', title: string): Column<TemplateRow> => ({
    id,
    title,
    width: oneDay ? '4.625rem' : '5.75rem',
    align: 'end',
    showFrom: 860,
    cell: ({ seen, firstLine, lastLine }) => {
      const time = seen?.[id] ?? Number.NaN;
      const line = formatCount(id === 'first' ? firstLine : lastLine);
      return <time title={`${formatTime(time)} UTC, ${id} line ${line}`}>{shortTime(time, oneDay)}</time>;
    },
    sortBy: ({ seen }) => seen?.[id] ?? Number.NaN,
  });
  return [column('first', 'First seen'), column('last', 'Last seen')];
}

function Level({ row: { severity } }: { readonly row: TemplateRow }) {
  if (severity === 'none') return NOTHING;
  const bad = severity === 'error' || severity === 'fatal';
  return <span className={bad ? styles.bad : severity === 'warn' ? styles.warn : styles.calm}>{severity}</span>;
}

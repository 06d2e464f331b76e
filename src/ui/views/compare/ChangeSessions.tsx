import { useCallback } from 'react';
import { formatCount, formatDuration, formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { ComparedRow } from '../../../core/report/comparison-report.ts';
import type { WaySessionRow, WaySessionRows } from '../../../core/report/workflow-report.ts';
import { useAppState, useCommands } from '../../context.ts';
import { useLoaded } from '../../inspector/use-loaded.ts';
import { useTemplateNames } from '../../template-names.ts';
import { Button } from '../../widgets/Button.tsx';
import { Card } from '../../widgets/Card.tsx';
import type { Column } from '../../widgets/column.ts';
import { Table } from '../../widgets/Table.tsx';
import styles from './CompareView.module.css';
import { rowSentence, rowText } from './change-text.ts';

interface ChangeSessionsProps {
  readonly row: ComparedRow;
  readonly onClose: () => void;
}

/** The sessions of the open log behind a change; one that is chosen opens in the inspector. */
export function ChangeSessions({ row, onClose }: ChangeSessionsProps) {
  const { comparedSessions, select } = useCommands();
  const selected = useAppState((state) => state.selected);
  const names = useTemplateNames();
  const { value, stale } = useLoaded(useCallback(() => comparedSessions(row.what), [comparedSessions, row]));
  const close = (
    <Button variant="quiet" aria-label="Close sessions" onClick={onClose}>
      <span aria-hidden="true">✕</span>
    </Button>
  );
  return (
    <Card title={rowText(row, names)} aside={close}>
      <p className={styles.note}>
        {rowSentence(row, names)} {value && !stale && listedText(value)}
      </p>
      {value && !stale && value.total > 0 && (
        <div className={styles.sessions}>
          <Table
            label="Sessions with this change"
            columns={COLUMNS}
            rows={value.rows}
            rowKey={({ session }) => session}
            rowData={({ session, line }) => ({ 'data-session': session, 'data-line': line })}
            selectedKey={selected}
            onSelect={({ session }) => select(session)}
          />
        </div>
      )}
    </Card>
  );
}

function listedText({ total, rows }: WaySessionRows): string {
  if (total === 0) return 'No session of this log has it.';
  return rows.length < total ? `${formatCount(rows.length)} of ${formatNumberOf(total, 'session')} are listed.` : '';
}

const COLUMNS: readonly Column<WaySessionRow>[] = [
  {
    id: 'session',
    title: 'Session',
    width: 'minmax(0, 1fr)',
    cell: ({ session }) => <code dir="auto">{visibleText(session)}</code>,
    sortBy: ({ session }) => session,
  },
  {
    id: 'line',
    title: 'Line',
    width: '80px',
    align: 'end',
    cell: ({ line }) => formatCount(line),
    sortBy: ({ line }) => line,
  },
  {
    id: 'took',
    title: 'Took',
    width: '84px',
    align: 'end',
    cell: ({ took }) => formatDuration(took),
    sortBy: ({ took }) => (Number.isNaN(took) ? -1 : took),
  },
];

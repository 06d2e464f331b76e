import { useCallback, useMemo } from 'react';
import { formatCount, formatDuration, formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { WayRequest, WaySessionRow } from '../../../core/report/workflow-report.ts';
import { FOLDED, type NodeId } from '../../../core/workflow/graph-node.ts';
import type { WayChance } from '../../../core/workflow/way-chances.ts';
import { scoredOf } from '../../analysis.ts';
import { useAppState, useCommands } from '../../context.ts';
import { useLoaded } from '../../inspector/use-loaded.ts';
import { Button } from '../../widgets/Button.tsx';
import { Card } from '../../widgets/Card.tsx';
import type { Column } from '../../widgets/column.ts';
import { Table } from '../../widgets/Table.tsx';
import styles from './WorkflowView.module.css';
import { chanceText, stepText } from './ways.tsx';

interface WaySessionsProps {
  readonly way: WayRequest;
  /** Undefined where no key model says anything of it. */
  readonly chance: WayChance | undefined;
  readonly texts: ReadonlyMap<NodeId, string>;
  readonly onClose: () => void;
}

/** The sessions behind a way; one that is chosen opens in the inspector. */
export function WaySessions({ way, chance, texts, onClose }: WaySessionsProps) {
  const { waySessions, select } = useCommands();
  const selected = useAppState((state) => state.selected);
  const flagged = useFlagged();
  const load = useCallback(() => waySessions(way), [waySessions, way]);
  const { value, stale } = useLoaded(load);
  const columns = useMemo(() => columnsOf(flagged), [flagged]);
  const close = (
    <Button variant="quiet" aria-label="Close sessions" onClick={onClose}>
      <span aria-hidden="true">✕</span>
    </Button>
  );
  const isFolded = way.from === FOLDED || way.to === FOLDED;
  return (
    <Card title={`From “${stepText(way.from, texts)}” to “${stepText(way.to, texts)}”`} aside={close}>
      {isFolded && <p className={styles.note}>These are several ways. Leave less out to see each of them.</p>}
      {!isFolded && value && !stale && (
        <>
          <p className={styles.note}>{totalText(value.total, value.rows, flagged)}</p>
          {chance && <p className={styles.note}>After this step it is {chanceText(chance)}.</p>}
          <div className={styles.sessions}>
            <Table
              label="Sessions on this way"
              columns={columns}
              rows={value.rows}
              rowKey={({ session }) => session}
              rowData={({ session, line }) => ({ 'data-session': session, 'data-line': line })}
              selectedKey={selected}
              onSelect={({ session }) => select(session)}
              empty="No session goes this way."
            />
          </div>
        </>
      )}
    </Card>
  );
}

function totalText(total: number, rows: readonly WaySessionRow[], flagged: ReadonlySet<string>): string {
  const unusual = rows.filter(({ session }) => flagged.has(session)).length;
  const listed = rows.length < total ? `; the slowest ${formatCount(rows.length)} are listed` : '';
  return `${formatNumberOf(total, 'session')} of the log ${total === 1 ? 'goes' : 'go'} this way${listed}. ${formatCount(unusual)} of those listed ${unusual === 1 ? 'is' : 'are'} flagged.`;
}

function useFlagged(): ReadonlySet<string> {
  const findings = useAppState(({ analysis }) => scoredOf(analysis)?.anomalies.findings);
  return useMemo(() => new Set(findings?.map(({ session }) => session)), [findings]);
}

function columnsOf(flagged: ReadonlySet<string>): readonly Column<WaySessionRow>[] {
  return [
    {
      id: 'session',
      title: 'Session',
      width: 'minmax(0, 1fr)',
      cell: ({ session }) => <code dir="auto">{visibleText(session)}</code>,
      sortBy: ({ session }) => session,
    },
    {
      id: 'flagged',
      title: 'Flagged',
      width: '4.5rem',
      cell: ({ session }) => (flagged.has(session) ? 'flagged' : ''),
      sortBy: ({ session }) => (flagged.has(session) ? 0 : 1),
    },
    {
      id: 'line',
      title: 'Line',
      width: '5rem',
      align: 'end',
      cell: ({ line }) => formatCount(line),
      sortBy: ({ line }) => line,
    },
    {
      id: 'took',
      title: 'Took',
      width: '5.25rem',
      align: 'end',
      cell: ({ took }) => formatDuration(took),
      sortBy: ({ took }) => (Number.isNaN(took) ? -1 : took),
    },
  ];
}

import { useMemo } from 'react';
import type { Finding } from '../../../core/detect/finding.ts';
import { useAppState, useCommands } from '../../context.ts';
import { Table } from '../../widgets/Table.tsx';
import { findingColumns, ROW_HEIGHT } from './finding-columns.tsx';
import styles from './LeastLikelyTable.module.css';

/** Where nothing is flagged: the sessions that came closest. */
export function LeastLikelyTable({ findings }: { readonly findings: readonly Finding[] }) {
  const selected = useAppState((state) => state.selected);
  const { select } = useCommands();
  const columns = useMemo(() => findingColumns(findings, () => 'var(--edge)'), [findings]);
  return (
    <>
      <h2 className={styles.title}>Least likely all the same</h2>
      <Table
        label="Least likely sessions"
        columns={columns}
        rows={findings}
        rowHeight={ROW_HEIGHT}
        rowKey={(finding) => finding.session}
        rowData={(finding) => ({ 'data-session': finding.session, 'data-line': finding.line })}
        selectedKey={selected}
        onSelect={(finding) => select(finding.session)}
        empty="No session could be judged."
      />
    </>
  );
}

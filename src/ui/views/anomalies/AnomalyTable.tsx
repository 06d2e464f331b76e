import { useMemo, useState } from 'react';
import type { Cause, Finding } from '../../../core/detect/finding.ts';
import { CAUSE_LOOKS } from '../../cause.ts';
import { useAppState, useCommands } from '../../context.ts';
import { Table } from '../../widgets/Table.tsx';
import { CauseFilter } from './CauseFilter.tsx';
import { causeColumn, findingColumns, ROW_HEIGHT } from './finding-columns.tsx';

/** The findings, the most surprising first; the selected one is explained in the inspector. */
export function AnomalyTable({ findings }: { readonly findings: readonly Finding[] }) {
  const [chosen, setChosen] = useState<ReadonlySet<Cause>>(new Set());
  const selected = useAppState((state) => state.selected);
  const { select } = useCommands();
  const columns = useMemo(
    () => [causeColumn, ...findingColumns(findings, ({ cause }) => CAUSE_LOOKS[cause].colour)],
    [findings],
  );
  // A cause that no longer occurs after the threshold moved must not hide everything.
  const shown = useMemo(() => {
    const some = findings.filter((finding) => chosen.has(finding.cause));
    return some.length > 0 ? some : findings;
  }, [findings, chosen]);
  return (
    <>
      <CauseFilter findings={findings} chosen={chosen} onChange={setChosen} />
      <Table
        label="Anomalies"
        columns={columns}
        rows={shown}
        rowHeight={ROW_HEIGHT}
        rowKey={(finding) => finding.session}
        rowData={(finding) => ({
          'data-session': finding.session,
          'data-cause': finding.cause,
          'data-line': finding.line,
          'data-score': finding.score,
        })}
        selectedKey={selected}
        onSelect={(finding) => select(finding.session)}
      />
    </>
  );
}

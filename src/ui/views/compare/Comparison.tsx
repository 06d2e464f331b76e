import { type ReactNode, useMemo, useState } from 'react';
import type { ComparedRow, ComparisonReport } from '../../../core/report/comparison-report.ts';
import { Page } from '../../widgets/Page.tsx';
import { Table } from '../../widgets/Table.tsx';
import { ChangedShares } from './ChangedShares.tsx';
import { ChangeFilter } from './ChangeFilter.tsx';
import { ChangeSessions } from './ChangeSessions.tsx';
import { CHANGE_COLUMNS } from './change-columns.tsx';
import { type Change, rowId, subtitleOf, titleOf } from './change-text.ts';

interface ComparisonProps {
  readonly report: ComparisonReport;
  /** What else can be compared. */
  readonly verbs: ReactNode;
}

/** All changes as a chart and a table, and the sessions of the one that is chosen. */
export function Comparison({ report, verbs }: ComparisonProps) {
  const [kinds, setKinds] = useState<ReadonlySet<Change>>(new Set());
  const [withUnsure, setWithUnsure] = useState(false);
  const [chosen, setChosen] = useState<ComparedRow>();
  const { rows } = report;
  const shown = useMemo(() => {
    const listed = rows.filter(({ sure }) => sure || withUnsure);
    return kinds.size === 0 ? listed : listed.filter(({ change }) => kinds.has(change));
  }, [rows, kinds, withUnsure]);
  const own = shown.find((row) => row === chosen);
  return (
    <Page title={titleOf(report)} subtitle={subtitleOf(report)}>
      {verbs}
      {rows.length > 0 && (
        <>
          <ChangeFilter
            rows={rows}
            chosen={kinds}
            onChange={setKinds}
            withUnsure={withUnsure}
            onWithUnsure={setWithUnsure}
          />
          <ChangedShares rows={shown} />
          {own && <ChangeSessions row={own} onClose={() => setChosen(undefined)} />}
          <Table
            label="Changes"
            columns={CHANGE_COLUMNS}
            rows={shown}
            rowKey={rowId}
            rowData={(row) => ({ 'data-change': row.change, 'data-is': row.is })}
            selectedKey={own && rowId(own)}
            onSelect={setChosen}
            empty={kinds.size === 0 ? 'Nothing differs by more than chance.' : 'No change is of this kind.'}
          />
        </>
      )}
    </Page>
  );
}

import { useCallback, useMemo, useState } from 'react';
import type { Finding } from '../../../core/detect/finding.ts';
import type { Evaluation } from '../../../core/evaluate/evaluate.ts';
import { type FindingGroup, stepTo } from '../../../core/report/finding-groups.ts';
import { useAppState, useCommands } from '../../context.ts';
import { useKeys } from '../../keys.ts';
import { Table } from '../../widgets/Table.tsx';
import { type AnomalyRow, anomalyColumns, MEMBER_HEIGHT } from './anomaly-columns.tsx';
import { ROW_HEIGHT } from './finding-columns.tsx';

/** So many findings fit on a page or two: all are listed from the start. */
const ALL_OPEN = 30;

interface AnomalyTableProps {
  readonly findings: readonly Finding[];
  readonly groups: readonly FindingGroup[];
  /** Where there are labels to show. */
  readonly evaluation: Evaluation | undefined;
}

/** The findings by their reason, the most surprising first; the selected one is explained in the inspector. */
export function AnomalyTable({ findings, groups, evaluation }: AnomalyTableProps) {
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map());
  const selected = useAppState((state) => state.selected);
  const hidden = useAppState((state) => state.filter.hidden);
  const { select, filter } = useCommands();
  const step = (by: 'group' | 'finding', to: 1 | -1) => () => {
    const target = stepTo(groups, selected, by, to);
    if (target !== undefined) select(target.session);
  };
  useKeys({
    nextFinding: step('finding', 1),
    previousFinding: step('finding', -1),
    nextGroup: step('group', 1),
    previousGroup: step('group', -1),
  });
  const isOpen = useCallback(
    ({ name, findings: [, ...others] }: FindingGroup) =>
      others.some(({ session }) => session === selected) || (toggled.get(name) ?? findings.length <= ALL_OPEN),
    [toggled, selected, findings.length],
  );
  const columns = useMemo(() => {
    return anomalyColumns(findings, evaluation, {
      onToggle: ({ name }, open) => setToggled((now) => new Map(now).set(name, open)),
      onHide: ({ name }) => filter({ hidden: new Set(hidden).add(name) }),
    });
  }, [findings, evaluation, filter, hidden]);
  const rows = useMemo(
    () => groups.map((group): AnomalyRow => ({ finding: group.findings[0], group, isOpen: isOpen(group) })),
    [groups, isOpen],
  );
  return (
    <Table
      label="Anomalies"
      columns={columns}
      rows={rows}
      rowHeight={heightOf}
      rowsBelow={membersOf}
      rowKey={sessionOf}
      rowData={({ finding }) => ({
        'data-session': finding.session,
        'data-cause': finding.cause,
        'data-line': finding.line,
        'data-score': finding.score,
      })}
      selectedKey={selected}
      onSelect={({ finding }) => select(finding.session)}
      empty="All findings are left out by what is chosen above the list."
    />
  );
}

const heightOf = ({ group }: AnomalyRow) => (group === undefined ? MEMBER_HEIGHT : ROW_HEIGHT);
const sessionOf = ({ finding }: AnomalyRow) => finding.session;

function membersOf({ group, isOpen }: AnomalyRow): readonly AnomalyRow[] {
  if (group === undefined || !isOpen) return [];
  const [, ...others] = group.findings;
  return others.map((finding) => ({ finding, group: undefined, isOpen: false }));
}

import { formatCount, formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { Finding } from '../../../core/detect/finding.ts';
import type { FindingGroup } from '../../../core/report/finding-groups.ts';
import { CAUSE_LOOKS } from '../../cause.ts';
import type { Column } from '../../widgets/column.ts';
import styles from './anomaly-columns.module.css';
import { causeColumn, findingColumns } from './finding-columns.tsx';

/** The best example of a group, or under it another finding of the group. */
export interface AnomalyRow {
  readonly finding: Finding;
  /** Undefined for those under the best example. */
  readonly group: FindingGroup | undefined;
  readonly isOpen: boolean;
}

/** One line of text. */
export const MEMBER_HEIGHT = 34;

/** @param onToggle shows or hides the others of a group */
export function anomalyColumns(
  findings: readonly Finding[],
  onToggle: (group: FindingGroup, open: boolean) => void,
): readonly Column<AnomalyRow>[] {
  const [what, ...others] = findingColumns(findings, ({ cause }) => CAUSE_LOOKS[cause].colour).map(ofFinding);
  const whatOrSession = what && {
    ...what,
    cell: (row: AnomalyRow) => (row.group ? what.cell(row) : <Member {...row} />),
  };
  const session = (column: Column<AnomalyRow>) =>
    column.id === 'session' ? { ...column, cell: (row: AnomalyRow) => row.group && column.cell(row) } : column;
  const cause = ofFinding(causeColumn);
  return [
    { ...cause, cell: (row) => row.group && cause.cell(row) },
    ...(whatOrSession ? [whatOrSession] : []),
    {
      id: 'sessions',
      title: 'Sessions',
      width: '72px',
      align: 'end',
      cell: (row) => row.group && <Size group={row.group} isOpen={row.isOpen} onToggle={onToggle} />,
      sortBy: ({ group }) => group?.findings.length ?? 0,
    },
    ...others.map(session),
  ];
}

function ofFinding({ cell, sortBy, ...column }: Column<Finding>): Column<AnomalyRow> {
  return {
    ...column,
    cell: ({ finding }) => cell(finding),
    ...(sortBy ? { sortBy: ({ finding }: AnomalyRow) => sortBy(finding) } : {}),
  };
}

function Member({ finding: { session } }: AnomalyRow) {
  return (
    <div className={styles.member}>
      <code dir="auto">{visibleText(session)}</code>
    </div>
  );
}

interface SizeProps {
  readonly group: FindingGroup;
  readonly isOpen: boolean;
  readonly onToggle: (group: FindingGroup, open: boolean) => void;
}

/** How many findings a group has; where there are several, a button that lists them. */
function Size({ group, isOpen, onToggle }: SizeProps) {
  const size = group.findings.length;
  if (size === 1) return formatCount(size);
  return (
    <button
      type="button"
      className={styles.size}
      aria-expanded={isOpen}
      aria-label={`List ${formatNumberOf(size, 'session')}`}
      onClick={(event) => {
        event.stopPropagation();
        onToggle(group, !isOpen);
      }}
    >
      {formatCount(size)} <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
    </button>
  );
}

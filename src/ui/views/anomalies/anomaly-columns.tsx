import { formatCount, formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { Finding } from '../../../core/detect/finding.ts';
import type { Evaluation } from '../../../core/evaluate/evaluate.ts';
import type { FindingGroup } from '../../../core/report/finding-groups.ts';
import { CAUSE_LOOKS } from '../../cause.ts';
import type { Column } from '../../widgets/column.ts';
import styles from './anomaly-columns.module.css';
import { causeColumn, findingColumns } from './finding-columns.tsx';
import { labelColumn } from './label-column.ts';

/** The best example of a group, or under it another finding of the group. */
export interface AnomalyRow {
  readonly finding: Finding;
  /** Undefined for those under the best example. */
  readonly group: FindingGroup | undefined;
  readonly isOpen: boolean;
}

/** One line of text. */
export const MEMBER_HEIGHT = 34;

/** What a row offers to do with its group. */
interface GroupVerbs {
  /** Shows the others of the group under its best example, or folds them. */
  readonly onToggle: (group: FindingGroup, open: boolean) => void;
  /** Leaves the whole group out of the list. */
  readonly onHide: (group: FindingGroup) => void;
}

/** @param evaluation where there are labels: a column tells them */
export function anomalyColumns(
  findings: readonly Finding[],
  evaluation: Evaluation | undefined,
  verbs: GroupVerbs,
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
    ...(evaluation ? [ofFinding(labelColumn(evaluation))] : []),
    ...(whatOrSession ? [whatOrSession] : []),
    {
      id: 'sessions',
      title: 'Sessions',
      width: '3.75rem',
      align: 'end',
      cell: (row) => row.group && <Group group={row.group} isOpen={row.isOpen} {...verbs} />,
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

interface GroupProps extends GroupVerbs {
  readonly group: FindingGroup;
  readonly isOpen: boolean;
}

/** How many findings a group has, with a button that lists them where there are several; and one that hides them all. */
function Group({ group, isOpen, onToggle, onHide }: GroupProps) {
  const size = group.findings.length;
  return (
    <div className={styles.group}>
      {size === 1 ? (
        formatCount(size)
      ) : (
        <button
          type="button"
          className={styles.verb}
          aria-expanded={isOpen}
          aria-label={`List ${formatNumberOf(size, 'session')}`}
          onClick={(event) => {
            event.stopPropagation();
            onToggle(group, !isOpen);
          }}
        >
          {formatCount(size)} <span aria-hidden="true">{isOpen ? '▾' : '▸'}</span>
        </button>
      )}
      <button
        type="button"
        className={styles.verb}
        aria-label={`Hide all like session ${visibleText(group.findings[0].session)}`}
        title="Leave this group out of the list"
        onClick={(event) => {
          event.stopPropagation();
          onHide(group);
        }}
      >
        Hide
      </button>
    </div>
  );
}

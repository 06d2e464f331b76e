import { type MouseEvent, memo } from 'react';
import { formatCount } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { Cause } from '../../core/detect/finding.ts';
import type { SearchQuery, ViewLine } from '../../core/report/log-view.ts';
import type { Severity } from '../../core/scan/scanned-log.ts';
import { CAUSE_LOOKS } from '../cause.ts';
import { CauseMark } from '../charts/CauseMark.tsx';
import { cutAtHits } from './highlight.ts';
import styles from './LineGrid.module.css';

interface LineRowProps {
  readonly id: string;
  readonly row: number;
  readonly line: number;
  /** Undefined while it is read. */
  readonly value: ViewLine | undefined;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  /** It belongs to the session that is open in the inspector. */
  readonly inSession: boolean;
  /** Of the finding that is on this line. */
  readonly cause: Cause | undefined;
  readonly query: SearchQuery;
  readonly canExpand: boolean;
  readonly onSelect: (row: number, extend: boolean) => void;
  readonly onExpand: (line: number) => void;
}

/** One line with its number, what is to be known of it, and its text. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { id, row, line, value, isSelected, isCurrent, inSession, cause, onSelect } = props;
  const select = (event: MouseEvent) => {
    // Who selects a piece of the text wants that piece.
    if (event.shiftKey || getSelection()?.isCollapsed !== false) onSelect(row, event.shiftKey);
  };
  return (
    <tr
      id={id}
      aria-rowindex={row + 1}
      aria-selected={isSelected}
      aria-current={isCurrent || undefined}
      data-line={line}
      data-severity={value?.severity}
      data-kind={value?.kind}
      className={inSession ? styles.inSession : styles.row}
      onClick={select}
      onMouseDown={(event) => event.shiftKey && event.preventDefault()}
    >
      <th scope="row" className={styles.gutter}>
        <span className={styles.number}>{formatCount(line)}</span>
        <Mark cause={cause} severity={value?.severity} kind={value?.kind} />
      </th>
      <td className={styles.cell}>
        {value === undefined ? <span className={styles.placeholder} /> : <Text {...props} value={value} />}
      </td>
    </tr>
  );
});

const LETTERS: Partial<Record<Severity, string>> = { warn: 'W', error: 'E', fatal: 'F' };

interface MarkProps {
  readonly cause: Cause | undefined;
  readonly severity: Severity | undefined;
  readonly kind: ViewLine['kind'] | undefined;
}

/** The finding, else that the line continues a record, else its severity: never told by colour alone. */
function Mark({ cause, severity = 'none', kind }: MarkProps) {
  if (cause !== undefined) {
    return (
      <span className={styles.mark} role="img" aria-label={`Finding: ${CAUSE_LOOKS[cause].word}`}>
        <CauseMark cause={cause} />
      </span>
    );
  }
  if (kind === 'continued') {
    return (
      <span className={styles.mark} role="img" aria-label="Continues the record">
        ↳
      </span>
    );
  }
  const letter = LETTERS[severity];
  if (letter === undefined) return <span className={styles.mark} />;
  return (
    <span className={`${styles.mark} ${styles.letter}`} role="img" aria-label={severity}>
      {letter}
    </span>
  );
}

function Text({ line, value, query, canExpand, onExpand }: LineRowProps & { readonly value: ViewLine }) {
  const parts = cutAtHits(visibleText(value.text), query.isPattern ? '' : query.text, query.matchCase);
  return (
    <>
      {/* Left to right even where a line begins with a right-to-left word: its start must be in view. */}
      <bdi dir="ltr" className={styles.text}>
        {parts.map((part, index) =>
          part.isHit ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one line never move
            <mark key={index} className={styles.hit}>
              {part.text}
            </mark>
          ) : (
            part.text
          ),
        )}
      </bdi>
      {value.cut && <span className={styles.cut}>… cut</span>}
      {canExpand && (
        <button
          type="button"
          className={styles.more}
          aria-label={`Show more of line ${formatCount(line)}`}
          onClick={(event) => {
            event.stopPropagation();
            onExpand(line);
          }}
        >
          Show more
        </button>
      )}
    </>
  );
}

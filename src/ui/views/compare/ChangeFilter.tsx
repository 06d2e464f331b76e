import { formatCount, formatNumberOf } from '../../../core/base/format.ts';
import type { ComparedRow } from '../../../core/report/comparison-report.ts';
import { Check } from '../../viewer/Check.tsx';
import styles from '../anomalies/CauseFilter.module.css';
import { CHANGE_WORDS, CHANGES, type Change } from './change-text.ts';

interface ChangeFilterProps {
  readonly rows: readonly ComparedRow[];
  /** None means that all are shown. */
  readonly chosen: ReadonlySet<Change>;
  readonly onChange: (chosen: ReadonlySet<Change>) => void;
  readonly withUnsure: boolean;
  readonly onWithUnsure: (withUnsure: boolean) => void;
}

/** One chip for each kind of change that occurs, with how often. */
export function ChangeFilter({ rows, chosen, onChange, withUnsure, onWithUnsure }: ChangeFilterProps) {
  const listed = rows.filter(({ sure }) => sure || withUnsure);
  const unsure = rows.filter(({ sure }) => !sure).length;
  return (
    <fieldset className={styles.filter}>
      <legend className={styles.legend}>Show only</legend>
      {CHANGES.map((kind) => ({ kind, count: listed.filter(({ change }) => change === kind).length }))
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <button
            key={kind}
            type="button"
            className={styles.chip}
            aria-pressed={chosen.has(kind)}
            onClick={() => onChange(toggled(chosen, kind))}
          >
            {CHANGE_WORDS[kind]} <b>{formatCount(count)}</b>
          </button>
        ))}
      {unsure > 0 && (
        <Check
          label={`Also ${formatNumberOf(unsure, 'template')} too rare to tell from chance`}
          checked={withUnsure}
          onChange={onWithUnsure}
        />
      )}
    </fieldset>
  );
}

function toggled(chosen: ReadonlySet<Change>, kind: Change): ReadonlySet<Change> {
  const next = new Set(chosen);
  if (!next.delete(kind)) next.add(kind);
  return next;
}

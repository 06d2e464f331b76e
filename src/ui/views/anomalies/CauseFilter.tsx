import { formatCount } from '../../../core/base/format.ts';
import { CAUSES, type Cause, type Finding } from '../../../core/detect/finding.ts';
import { CAUSE_LOOKS } from '../../cause.ts';
import { CauseMark } from '../../charts/CauseMark.tsx';
import styles from './CauseFilter.module.css';

interface CauseFilterProps {
  readonly findings: readonly Finding[];
  /** None means that all are shown. */
  readonly chosen: ReadonlySet<Cause>;
  readonly onChange: (chosen: ReadonlySet<Cause>) => void;
}

/** One chip for each cause that occurs, with how often. */
export function CauseFilter({ findings, chosen, onChange }: CauseFilterProps) {
  const present = CAUSES.map((cause) => ({
    cause,
    count: findings.filter((one) => one.cause === cause).length,
  })).filter(({ count }) => count > 0);
  return (
    <fieldset className={styles.filter}>
      <legend className={styles.legend}>Show only</legend>
      {present.map(({ cause, count }) => (
        <button
          key={cause}
          type="button"
          className={styles.chip}
          aria-pressed={chosen.has(cause)}
          onClick={() => onChange(toggled(chosen, cause))}
        >
          <CauseMark cause={cause} />
          {CAUSE_LOOKS[cause].word} <b>{formatCount(count)}</b>
        </button>
      ))}
    </fieldset>
  );
}

function toggled(chosen: ReadonlySet<Cause>, cause: Cause): ReadonlySet<Cause> {
  const next = new Set(chosen);
  if (!next.delete(cause)) next.add(cause);
  return next;
}

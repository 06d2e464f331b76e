import { formatNumberOf } from '../../../core/base/format.ts';
import type { LeftOutSession } from '../../../core/report/left-out-session.ts';
import styles from './LeftOut.module.css';
import { SessionLinks } from './SessionLinks.tsx';

/** Sessions of the training period that the model did not learn from; nothing where it learnt from all. */
export function LeftOut({ sessions }: { readonly sessions: readonly LeftOutSession[] }) {
  if (sessions.length === 0) return null;
  return (
    <details className={styles.leftOut}>
      <summary>
        {formatNumberOf(sessions.length, 'session')} of the training period{' '}
        {sessions.length === 1 ? 'stands apart from all others and was' : 'stand apart from all others and were'} not
        learnt from
      </summary>
      <SessionLinks label="Sessions that were not learnt from" sessions={sessions.map(({ session }) => session)} />
    </details>
  );
}

import { formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { LeftOutSession } from '../../../core/report/log-report.ts';
import { useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import styles from './LeftOut.module.css';

/** Beyond this many only their number is told. */
const SHOWN = 100;

/** Sessions of the training period that the model did not learn from; nothing where it learnt from all. */
export function LeftOut({ sessions }: { readonly sessions: readonly LeftOutSession[] }) {
  const { select } = useCommands();
  if (sessions.length === 0) return null;
  const more = sessions.length - SHOWN;
  return (
    <details className={styles.leftOut}>
      <summary>
        {formatNumberOf(sessions.length, 'session')} of the training period{' '}
        {sessions.length === 1 ? 'stands apart from all others and was' : 'stand apart from all others and were'} not
        learnt from
      </summary>
      <ul aria-label="Sessions that were not learnt from" className={styles.list}>
        {sessions.slice(0, SHOWN).map(({ session }) => (
          <li key={session}>
            <Button variant="quiet" onClick={() => select(session)}>
              {visibleText(session)}
            </Button>
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {formatNumberOf(more, 'more session')}.</p>}
    </details>
  );
}

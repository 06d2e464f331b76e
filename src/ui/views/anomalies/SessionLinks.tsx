import { formatNumberOf } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import { useCommands } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import styles from './SessionLinks.module.css';

/** Beyond this many only their number is told. */
const SHOWN = 100;

interface SessionLinksProps {
  /** As a screen reader says it. */
  readonly label: string;
  readonly sessions: readonly string[];
}

/** Sessions that open in the inspector. */
export function SessionLinks({ label, sessions }: SessionLinksProps) {
  const { select } = useCommands();
  const more = sessions.length - SHOWN;
  return (
    <>
      <ul aria-label={label} className={styles.list}>
        {sessions.slice(0, SHOWN).map((session) => (
          <li key={session}>
            <Button variant="quiet" onClick={() => select(session)}>
              <code dir="auto">{visibleText(session)}</code>
            </Button>
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {formatNumberOf(more, 'more session')}.</p>}
    </>
  );
}

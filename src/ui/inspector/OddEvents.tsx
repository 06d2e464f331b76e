import { formatCount } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { Blame } from '../../core/detect/session-detector.ts';
import { sentenceWithNames } from '../../core/report/template-names.ts';
import { CAUSE_LOOKS } from '../cause.ts';
import { useTemplateNames } from '../template-names.ts';
import { Button } from '../widgets/Button.tsx';
import styles from './OddEvents.module.css';
import { Section } from './Section.tsx';

/** A session that was slow throughout has one at each event: the first ones tell it. */
const MOST_SHOWN = 8;

interface OddEventsProps {
  readonly events: readonly Blame[];
  readonly onMove: (at: number) => void;
}

/** Events with an unusual time or value, and what is usual there; nothing where there are none. */
export function OddEvents({ events, onMove }: OddEventsProps) {
  const names = useTemplateNames();
  if (events.length === 0) return null;
  const more = events.length - MOST_SHOWN;
  return (
    <Section title="Unusual times and values">
      <ul className={styles.list}>
        {events.slice(0, MOST_SHOWN).map(({ cause, position, sentence }) => (
          <li key={`${position} ${cause}`} className={styles.row}>
            <Button variant="quiet" onClick={() => onMove(position)}>
              Event {formatCount(position + 1)}
            </Button>
            <span style={{ color: CAUSE_LOOKS[cause].colour }}>{CAUSE_LOOKS[cause].word}</span>
            <span className={styles.sentence}>{visibleText(sentenceWithNames(sentence, names))}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.more}>And {formatCount(more)} more.</p>}
    </Section>
  );
}

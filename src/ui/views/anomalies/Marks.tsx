import { useMemo } from 'react';
import { formatCount, formatNumberOf, formatTime } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import { isRule, type Mark, type Reach } from '../../../core/detect/marks/mark.ts';
import { overruledBy } from '../../../core/detect/marks/review.ts';
import { parsedOf } from '../../analysis.ts';
import { CAUSE_LOOKS } from '../../cause.ts';
import { useAppState, useCommands } from '../../context.ts';
import { reviewOf } from '../../review.ts';
import { Button } from '../../widgets/Button.tsx';
import { FileButton } from '../../widgets/FileButton.tsx';
import { NamedTemplate } from '../../widgets/NamedTemplate.tsx';
import styles from './Marks.module.css';

/** Beyond this many only their number is told. */
const SHOWN = 100;

/** What the person said of sessions so far, the newest first; each mark can be taken back. */
export function Marks() {
  const { marks, past } = useAppState((state) => state.marks);
  const hides = useAppState((state) => reviewOf(state)?.hides);
  const known = useKnownSessions(marks);
  const { undoMark, exportMarks, importMarks } = useCommands();
  const more = marks.length - SHOWN;
  const hidden = [...(hides?.values() ?? [])].reduce((sum, count) => sum + count, 0);
  return (
    <details className={styles.marks}>
      <summary>{summaryOf(marks, hidden)}</summary>
      <div className={styles.actions}>
        <Button disabled={past.length === 0} onClick={undoMark}>
          Undo
        </Button>
        <Button disabled={marks.length === 0} onClick={exportMarks}>
          Export marks
        </Button>
        <FileButton label="Import marks" accept=".jsonl" onFiles={([file]) => file && importMarks(file)} />
      </div>
      {marks.length > 0 && (
        <ul aria-label="Marks" className={styles.list}>
          {marks
            .toReversed()
            .slice(0, SHOWN)
            .map((mark, index) => (
              <Row
                // biome-ignore lint/suspicious/noArrayIndexKey: the same session may be marked twice
                key={`${mark.session} ${mark.time} ${index}`}
                mark={mark}
                hides={hides?.get(mark) ?? 0}
                isKnown={known.has(mark.session)}
                overruled={overruledBy(marks, mark) !== undefined}
              />
            ))}
        </ul>
      )}
      {more > 0 && <p>And {formatNumberOf(more, 'more mark')}.</p>}
    </details>
  );
}

function summaryOf(marks: readonly Mark[], hidden: number): string {
  if (marks.length === 0) return 'No session is marked yet';
  const rules = marks.filter(isRule).length;
  const others = marks.length - rules;
  const parts = [rules > 0 && formatNumberOf(rules, 'rule'), others > 0 && formatNumberOf(others, 'single mark')];
  const text = parts.filter((part) => part !== false).join(', ');
  return hidden > 0 ? `${text}: ${formatNumberOf(hidden, 'session')} hidden as normal` : text;
}

/** Of the sessions that are marked, those that the log has. */
function useKnownSessions(marks: readonly Mark[]): ReadonlySet<string> {
  const ids = useAppState(({ analysis }) => parsedOf(analysis)?.sessions?.rows.ids);
  return useMemo(() => {
    const marked = new Set(marks.map(({ session }) => session));
    return new Set(marked.size === 0 ? [] : ids?.filter((id) => marked.has(id)));
  }, [marks, ids]);
}

interface RowProps {
  readonly mark: Mark;
  readonly hides: number;
  readonly isKnown: boolean;
  readonly overruled: boolean;
}

function Row({ mark, hides, isKnown, overruled }: RowProps) {
  const { removeMark, select } = useCommands();
  const { verdict, reach, session, signature, note, time } = mark;
  const name = visibleText(session);
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <b>{verdict === 'normal' ? 'Normal' : 'Anomaly'}</b>
        {isKnown ? (
          <Button variant="quiet" onClick={() => select(session)}>
            <code dir="auto">{name}</code>
          </Button>
        ) : (
          <span>
            <code dir="auto">{name}</code> is not in this log
          </span>
        )}
        <span className={styles.note}>{formatTime(time).slice(0, 16)} UTC</span>
        <Button variant="quiet" aria-label={`Remove the mark on ${name}`} onClick={() => removeMark(mark)}>
          Remove
        </Button>
      </div>
      {signature && (
        <p className={styles.what}>
          {REACH_TEXTS[reach]} {CAUSE_LOOKS[signature.cause].word}: <NamedTemplate text={signature.template} />
        </p>
      )}
      <p className={styles.note}>
        {[
          hides > 0 && `hides ${formatCount(hides)}`,
          overruled && 'a newer mark says otherwise',
          note !== '' && visibleText(note),
        ]
          .filter((part) => part !== false)
          .join(' – ')}
      </p>
    </li>
  );
}

const REACH_TEXTS: Readonly<Record<Reach, string>> = {
  session: 'This session.',
  reason: 'All with its reason.',
  template: 'All flagged at its template.',
};

import { formatCount, formatNumberOf } from '../../../../core/base/format.ts';
import { visibleText } from '../../../../core/base/visible-text.ts';
import type { ChangedFlag, LearningReport } from '../../../../core/report/learning-report.ts';
import { useCommands } from '../../../context.ts';
import { Button } from '../../../widgets/Button.tsx';
import { Facts } from '../../../widgets/Facts.tsx';
import styles from './LearnFromMarks.module.css';
import { marksSentence } from './marks-sentence.ts';

/** Beyond this many only their number is told. */
const SHOWN = 50;

interface ComparisonProps {
  readonly report: LearningReport;
  /** What learning took. */
  readonly seconds: number;
}

/** What would change, and the two things to do about it. */
export function Comparison({ report, seconds }: ComparisonProps) {
  const { acceptLearning, discardLearning } = useCommands();
  const { flagged, falseAlarms, heldOut, gone, appeared, warning } = report;
  const change = ({ before, after }: LearningReport['flagged']) => `${formatCount(before)} → ${formatCount(after)}`;
  return (
    <>
      <p>{marksSentence(report)}</p>
      {warning !== undefined && <p className={styles.warning}>{warning}</p>}
      <Facts
        facts={[
          { name: 'Flagged sessions', value: change(flagged) },
          ...(heldOut === 0
            ? []
            : [
                {
                  name: 'False alarms',
                  value: change(falseAlarms),
                  note: `of ${formatNumberOf(heldOut, 'session')} of the training period`,
                },
              ]),
          { name: 'Time', value: `${seconds.toFixed(1)} s` },
        ]}
      />
      <Flags title="Flags gone" flags={gone} />
      <Flags title="Flags new" flags={appeared} />
      <div className={styles.row}>
        <Button variant="primary" onClick={acceptLearning}>
          Accept
        </Button>
        <Button onClick={discardLearning}>Discard</Button>
      </div>
    </>
  );
}

function Flags({ title, flags }: { readonly title: string; readonly flags: readonly ChangedFlag[] }) {
  const { select } = useCommands();
  const more = flags.length - SHOWN;
  return (
    <details open={flags.some(({ isMarked }) => !isMarked)}>
      <summary>
        {title}: {formatCount(flags.length)}
      </summary>
      <ul aria-label={title} className={styles.flags}>
        {flags.slice(0, SHOWN).map(({ session, reason, isMarked }) => (
          <li key={session}>
            <Button variant="quiet" onClick={() => select(session)}>
              <code dir="auto">{visibleText(session)}</code>
            </Button>{' '}
            {isMarked && <span className={styles.note}>marked – </span>}
            <span dir="auto">{visibleText(reason)}</span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className={styles.note}>And {formatCount(more)} more.</p>}
    </details>
  );
}

import { formatCount } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import { type Doubt, doubtOf } from '../../core/report/doubt.ts';
import type { DetectorVerdict } from '../../core/report/log-report.ts';
import { sentenceWithNames } from '../../core/report/template-names.ts';
import { DETECTOR_NAMES } from '../detector-names.ts';
import { useTemplateNames } from '../template-names.ts';
import { Section } from './Section.tsx';
import styles from './Verdicts.module.css';

/** Beyond this many sessions nobody can tell how rare something is. */
const RAREST = 1e6;

/** What each detector says of the session, the flagging ones with their reason. */
export function Verdicts({ verdicts }: { readonly verdicts: readonly DetectorVerdict[] }) {
  const names = useTemplateNames();
  if (verdicts.length === 0) return null;
  const doubt = doubtOf(verdicts);
  return (
    <Section title="What each detector says">
      <ul aria-label="Detectors" className={styles.list}>
        {verdicts.map(({ detector, surprise, isFlagged, sentence }) => (
          <li key={detector} data-detector={detector} className={styles.row}>
            <span>{DETECTOR_NAMES[detector]}</span>
            <span className={isFlagged ? styles.flagged : styles.rate}>{rarity(surprise)}</span>
            {isFlagged && sentence !== undefined && (
              <span className={styles.reason}>{visibleText(sentenceWithNames(sentence, names))}</span>
            )}
          </li>
        ))}
      </ul>
      {doubt && <p className={styles.doubt}>{doubtText(doubt)}</p>}
    </Section>
  );
}

function doubtText({ alone, against }: Doubt): string {
  const others = against.map((detector) => `"${DETECTOR_NAMES[detector]}"`).join(' and ');
  return `Low confidence: only "${DETECTOR_NAMES[alone]}" finds this unusual; to ${others} it is usual.`;
}

function rarity(surprise: number): string {
  const sessions = Math.round(Math.exp(surprise));
  if (sessions <= 1) return 'usual';
  return sessions > RAREST ? `less than 1 in ${formatCount(RAREST)}` : `1 in ${formatCount(sessions)}`;
}

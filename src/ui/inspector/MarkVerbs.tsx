import { useId, useState } from 'react';
import { formatCount } from '../../core/base/format.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { type Mark, REACHES, type Reach } from '../../core/detect/marks/mark.ts';
import { reasonName } from '../../core/detect/signature.ts';
import type { SessionDetail } from '../../core/report/log-report.ts';
import { scoredOf } from '../analysis.ts';
import { useAppState, useCommands } from '../context.ts';
import { useKeys } from '../keys.ts';
import { reviewOf } from '../review.ts';
import { Button } from '../widgets/Button.tsx';
import styles from './MarkVerbs.module.css';
import { markOf } from './mark-of.ts';
import { Section } from './Section.tsx';

interface MarkVerbsProps {
  readonly detail: SessionDetail;
  readonly finding: Finding | undefined;
}

const NO_FINDINGS: readonly Finding[] = [];

/** What a person says of the session: normal, or a real anomaly; and how far "normal" reaches. */
export function MarkVerbs({ detail, finding }: MarkVerbsProps) {
  const { mark, removeMark } = useCommands();
  const counting = useAppState((state) => countingMark(state, detail.session));
  const templates = useAppState(({ analysis }) => ('templates' in analysis ? analysis.templates : undefined));
  const [reach, setReach] = useState<Reach>(finding === undefined ? 'session' : 'reason');
  const [note, setNote] = useState('');
  const id = useId();
  const say = (verdict: Mark['verdict']) => {
    mark({
      ...markOf(detail, finding, templates ?? []),
      verdict,
      reach: verdict === 'normal' ? reach : 'session',
      note,
    });
    setNote('');
  };
  useKeys({ markNormal: () => say('normal'), markAnomaly: () => say('anomaly') });
  return (
    <Section title="Your verdict" aside={<Keys />}>
      <div className={styles.verbs}>
        <Button variant="primary" onClick={() => say('normal')}>
          Mark as normal
        </Button>
        <Button onClick={() => say('anomaly')}>Mark as anomaly</Button>
      </div>
      <div className={styles.fields}>
        {finding && <ReachField finding={finding} reach={reach} onReach={setReach} />}
        <label htmlFor={id}>Note</label>
        <input
          id={id}
          className={styles.field}
          value={note}
          maxLength={1000}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <p role="status" className={styles.status}>
        {counting && (
          <>
            <span>
              Marked as {counting.verdict === 'normal' ? 'normal' : 'an anomaly'}
              {counting.session !== detail.session && ', by a mark on another session'}
              {counting.note !== '' && `: ${counting.note}`}
            </span>
            <Button variant="quiet" onClick={() => removeMark(counting)}>
              Remove mark
            </Button>
          </>
        )}
      </p>
    </Section>
  );
}

function countingMark(state: Parameters<typeof reviewOf>[0], session: string): Mark | undefined {
  return reviewOf(state)?.markOf.get(session) ?? state.marks.marks.findLast((one) => one.session === session);
}

interface ReachFieldProps {
  readonly finding: Finding;
  readonly reach: Reach;
  readonly onReach: (reach: Reach) => void;
}

function ReachField({ finding, reach, onReach }: ReachFieldProps) {
  const id = useId();
  const findings = useAppState(({ analysis }) => scoredOf(analysis)?.anomalies.findings ?? NO_FINDINGS);
  const name = reasonName(finding);
  const texts: Readonly<Record<Reach, string>> = {
    session: 'this session only',
    reason: `all with this reason (${formatCount(findings.filter((one) => reasonName(one) === name).length)})`,
    template: `all flagged at this template (${formatCount(findings.filter((one) => one.template === finding.template).length)})`,
  };
  return (
    <>
      <label htmlFor={id}>Normal are</label>
      <select
        id={id}
        className={styles.field}
        value={reach}
        onChange={(event) => onReach(REACHES.find((one) => one === event.currentTarget.value) ?? 'reason')}
      >
        {REACHES.map((one) => (
          <option key={one} value={one}>
            {texts[one]}
          </option>
        ))}
      </select>
    </>
  );
}

function Keys() {
  return (
    <span>
      <kbd>m</kbd> normal <kbd>x</kbd> anomaly
    </span>
  );
}

import { useState } from 'react';
import type { Finding } from '../../core/detect/finding.ts';
import type { SessionDetail } from '../../core/report/log-report.ts';
import { eventOf, mostSurprising } from '../../core/report/session-strip.ts';
import { CAUSE_LOOKS } from '../cause.ts';
import { CopyExplanation } from './CopyExplanation.tsx';
import { Diagnosis } from './Diagnosis.tsx';
import { ExpectedNext } from './ExpectedNext.tsx';
import styles from './Inspector.module.css';
import { LineValues } from './LineValues.tsx';
import { MarkVerbs } from './MarkVerbs.tsx';
import { NearestKnown } from './NearestKnown.tsx';
import { NearestNormal } from './NearestNormal.tsx';
import { OddEvents } from './OddEvents.tsx';
import { RawLines } from './RawLines.tsx';
import { Sentence } from './Sentence.tsx';
import { SessionStrip } from './SessionStrip.tsx';
import { useDiagnosis, useLineValues, useNearestNormal, useRawLines } from './session-loads.ts';
import { Verdicts } from './Verdicts.tsx';

const PARTS = {
  training: 'Of the training period.',
  validation: 'Held out from training, to check the model.',
  rest: 'Outside the training period.',
} as const;

interface InspectedSessionProps {
  readonly detail: SessionDetail;
  /** What is least likely in it, where that is known. */
  readonly finding: Finding | undefined;
  readonly isFlagged: boolean;
}

export function InspectedSession({ detail, finding, isFlagged }: InspectedSessionProps) {
  const explained = finding && eventOf(detail, finding);
  const start = explained ?? mostSurprising(detail);
  const colour = isFlagged && finding ? CAUSE_LOOKS[finding.cause].colour : 'var(--muted)';
  const [moved, setMoved] = useState<number>();
  const at = moved ?? start;
  const line = detail.events[at]?.line ?? finding?.line ?? 1;
  const [sessionOnly, setSessionOnly] = useState(true);
  const nearest = useNearestNormal(detail);
  const values = useLineValues(line, detail);
  const lines = useRawLines(detail.session, line, sessionOnly);
  const diagnosis = useDiagnosis(detail);
  return (
    <>
      {!isFlagged && <p>Nothing unusual in this session. Its most surprising event is shown.</p>}
      {finding && <Sentence finding={finding} />}
      {diagnosis !== undefined && <Diagnosis text={diagnosis} />}
      <p className={styles.part}>
        {PARTS[detail.part]}
        {detail.openAtEnd && ' Still open where the data ends, so its end is not judged.'}
      </p>
      <MarkVerbs detail={detail} finding={finding} />
      <NearestKnown of={detail.events[at]?.key ?? -1} />
      {finding && finding.expected.length > 0 && <ExpectedNext finding={finding} colour={colour} />}
      <SessionStrip
        detail={detail}
        at={at}
        flagged={isFlagged ? explained : undefined}
        colour={colour}
        onMove={setMoved}
      />
      <LineValues values={values} template={detail.events[at]?.template ?? ''} />
      <NearestNormal nearest={nearest} onMove={setMoved} />
      <OddEvents events={detail.oddEvents} onMove={setMoved} />
      <Verdicts verdicts={detail.verdicts} />
      <RawLines
        lines={lines}
        line={line}
        session={detail.session}
        sessionOnly={sessionOnly}
        onSessionOnly={setSessionOnly}
      />
      {finding && (
        <CopyExplanation
          finding={finding}
          diagnosis={diagnosis}
          nearest={nearest}
          line={line}
          values={values}
          raw={lines.value}
        />
      )}
    </>
  );
}

import { useState } from 'react';
import type { Milliseconds } from '../../../core/base/units.ts';
import { parsedOf } from '../../analysis.ts';
import { useAppState } from '../../context.ts';
import { Button } from '../../widgets/Button.tsx';
import { TimeField } from '../../widgets/TimeField.tsx';
import styles from './CompareView.module.css';

const SECOND = 1000;

interface TimeChoiceProps {
  /** The middle of the log where it is left out. */
  readonly time?: Milliseconds;
  readonly onChoose: (time: Milliseconds) => void;
}

/** Before and after which time the open log is compared with itself; nothing in a log without times. */
export function TimeChoice({ time, onChoose }: TimeChoiceProps) {
  const span = useAppState(({ analysis }) => parsedOf(analysis)?.log.span);
  const [chosen, setChosen] = useState<Milliseconds>();
  if (span === undefined) return null;
  const middle = Math.round((span.first + span.last) / 2 / SECOND) * SECOND;
  const shown = chosen ?? time ?? middle;
  return (
    <div className={styles.time}>
      <TimeField label="Time (UTC)" value={shown} onCommit={setChosen} />
      <Button onClick={() => onChoose(shown)}>Compare before and after</Button>
    </div>
  );
}

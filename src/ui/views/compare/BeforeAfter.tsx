import { useCallback } from 'react';
import { formatTime } from '../../../core/base/format.ts';
import type { Milliseconds } from '../../../core/base/units.ts';
import { useCommands } from '../../context.ts';
import { useLoaded } from '../../inspector/use-loaded.ts';
import { Button } from '../../widgets/Button.tsx';
import styles from './CompareView.module.css';
import { ComparisonOutcome } from './ComparisonOutcome.tsx';
import { TimeChoice } from './TimeChoice.tsx';

interface BeforeAfterProps {
  readonly at: Milliseconds;
  /** Others mean another comparison. */
  readonly sessions: object;
  /** Undefined ends it. */
  readonly onChange: (at: Milliseconds | undefined) => void;
}

/** The sessions of the open log from before a time beside those behind it. */
export function BeforeAfter({ at, sessions, onChange }: BeforeAfterProps) {
  const { comparisonAt } = useCommands();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const loaded = useLoaded(useCallback(() => comparisonAt(at), [comparisonAt, sessions, at]));
  const verbs = (
    <div className={styles.verbs}>
      <TimeChoice time={at} onChoose={onChange} />
      <Button onClick={() => onChange(undefined)}>Compare with another log</Button>
    </div>
  );
  return (
    <ComparisonOutcome
      loaded={loaded}
      waiting={{
        title: 'Before and after are being compared',
        text: `Templates, steps and times from ${formatTime(at)} on are tested against those before.`,
      }}
      refused="Before and after cannot be compared"
      verbs={verbs}
    />
  );
}

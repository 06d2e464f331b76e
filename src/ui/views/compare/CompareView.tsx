import { useCallback, useState } from 'react';
import type { KeptBaseline } from '../../../app/state.ts';
import { formatNumberOf } from '../../../core/base/format.ts';
import type { Milliseconds } from '../../../core/base/units.ts';
import { parsedOf } from '../../analysis.ts';
import { useAppState, useCommands } from '../../context.ts';
import { useLoaded } from '../../inspector/use-loaded.ts';
import { Button } from '../../widgets/Button.tsx';
import { FileButton } from '../../widgets/FileButton.tsx';
import { Placeholder } from '../../widgets/Placeholder.tsx';
import { NoLog } from '../NoLog.tsx';
import { BaselineVerbs } from './BaselineVerbs.tsx';
import { BeforeAfter } from './BeforeAfter.tsx';
import { ComparisonOutcome } from './ComparisonOutcome.tsx';
import { TimeChoice } from './TimeChoice.tsx';

/** What differs between the open log and one that was kept before: two deployments, two hosts. */
export function CompareView() {
  const sessions = useAppState(({ analysis }) => parsedOf(analysis)?.sessions);
  const isOpen = useAppState(({ analysis }) => parsedOf(analysis) !== undefined);
  const baseline = useAppState((state) => state.baseline);
  const [at, setAt] = useState<Milliseconds>();
  if (!isOpen) return <NoLog what="What differs between two logs" when="as soon as both were read" />;
  if (!sessions) {
    return (
      <Placeholder
        title="Lines are being grouped into sessions"
        text="Logs are compared by what their sessions have in common."
      />
    );
  }
  if (at !== undefined) return <BeforeAfter at={at} sessions={sessions} onChange={setAt} />;
  if (baseline === undefined) return <NoBaseline onTime={setAt} />;
  if (baseline.isOpenLog) return <OnlyBaseline baseline={baseline} onTime={setAt} />;
  return <WithBaseline baseline={baseline} sessions={sessions} />;
}

interface TimeVerb {
  readonly onTime: (at: Milliseconds) => void;
}

function NoBaseline({ onTime }: TimeVerb) {
  const { keepBaseline, compareWith } = useCommands();
  return (
    <Placeholder
      title="Compare this log with another one"
      text="Before and after a deployment, a good host and a bad one: this log becomes the baseline, and you see what differs in the other one. Its templates, counts and times are kept until you close the page; its lines are not. Or compare this log with itself, before and after a time."
    >
      <FileButton label="Compare with another log" variant="primary" multiple onFiles={compareWith} />
      <Button onClick={keepBaseline}>Keep as baseline</Button>
      <TimeChoice onChoose={onTime} />
    </Placeholder>
  );
}

function OnlyBaseline({ baseline: { summary }, onTime }: { readonly baseline: KeptBaseline } & TimeVerb) {
  const { compareWith, dropBaseline } = useCommands();
  return (
    <Placeholder
      title="This log is the baseline"
      text={`${summary.name} with ${formatNumberOf(summary.sessions, 'whole session')} by ${summary.by}. Open the log that you want to compare with it.`}
    >
      <FileButton label="Compare with another log" variant="primary" multiple onFiles={compareWith} />
      <Button onClick={dropBaseline}>Drop baseline</Button>
      <TimeChoice onChoose={onTime} />
    </Placeholder>
  );
}

interface WithBaselineProps {
  readonly baseline: KeptBaseline;
  /** Others mean another comparison. */
  readonly sessions: object;
}

function WithBaseline({ baseline, sessions }: WithBaselineProps) {
  const { comparison } = useCommands();
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const loaded = useLoaded(useCallback(() => comparison(), [comparison, sessions, baseline]));
  return (
    <ComparisonOutcome
      loaded={loaded}
      waiting={{
        title: 'The logs are being compared',
        text: `Templates, steps and times are tested against those of ${baseline.summary.name}.`,
      }}
      refused="These logs cannot be compared"
      verbs={<BaselineVerbs />}
    />
  );
}

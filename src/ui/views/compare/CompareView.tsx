import { useCallback } from 'react';
import type { KeptBaseline } from '../../../app/state.ts';
import { formatNumberOf } from '../../../core/base/format.ts';
import { parsedOf } from '../../analysis.ts';
import { useAppState, useCommands } from '../../context.ts';
import { useLoaded } from '../../inspector/use-loaded.ts';
import { Button } from '../../widgets/Button.tsx';
import { FileButton } from '../../widgets/FileButton.tsx';
import { Placeholder } from '../../widgets/Placeholder.tsx';
import { NoLog } from '../NoLog.tsx';
import { BaselineVerbs } from './BaselineVerbs.tsx';
import { Comparison } from './Comparison.tsx';

/** What differs between the open log and one that was kept before: two deployments, two hosts. */
export function CompareView() {
  const sessions = useAppState(({ analysis }) => parsedOf(analysis)?.sessions);
  const isOpen = useAppState(({ analysis }) => parsedOf(analysis) !== undefined);
  const baseline = useAppState((state) => state.baseline);
  if (!isOpen) return <NoLog what="What differs between two logs" when="as soon as both were read" />;
  if (!sessions) {
    return (
      <Placeholder
        title="Lines are being grouped into sessions"
        text="Logs are compared by what their sessions have in common."
      />
    );
  }
  if (baseline === undefined) return <NoBaseline />;
  if (baseline.isOpenLog) return <OnlyBaseline baseline={baseline} />;
  return <WithBaseline baseline={baseline} sessions={sessions} />;
}

function NoBaseline() {
  const { keepBaseline, compareWith } = useCommands();
  return (
    <Placeholder
      title="Compare this log with another one"
      text="Before and after a deployment, a good host and a bad one: this log becomes the baseline, and you see what differs in the other one. Its templates, counts and times are kept until you close the page; its lines are not."
    >
      <FileButton label="Compare with another log" variant="primary" multiple onFiles={compareWith} />
      <Button onClick={keepBaseline}>Keep as baseline</Button>
    </Placeholder>
  );
}

function OnlyBaseline({ baseline: { summary } }: { readonly baseline: KeptBaseline }) {
  const { compareWith, dropBaseline } = useCommands();
  return (
    <Placeholder
      title="This log is the baseline"
      text={`${summary.name} with ${formatNumberOf(summary.sessions, 'whole session')} by ${summary.by}. Open the log that you want to compare with it.`}
    >
      <FileButton label="Compare with another log" variant="primary" multiple onFiles={compareWith} />
      <Button onClick={dropBaseline}>Drop baseline</Button>
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
  const { value: outcome, stale } = useLoaded(useCallback(() => comparison(), [comparison, sessions, baseline]));
  if (outcome === undefined || stale) {
    return (
      <Placeholder
        title="The logs are being compared"
        text={`Templates, steps and times are tested against those of ${baseline.summary.name}.`}
      />
    );
  }
  if (!outcome.ok) {
    return (
      <Placeholder title="These logs cannot be compared" text={`${outcome.problem.message} ${outcome.problem.advice}`}>
        <BaselineVerbs />
      </Placeholder>
    );
  }
  return <Comparison report={outcome.value} />;
}

import type { ReactNode } from 'react';
import type { ComparisonReport } from '../../../core/report/comparison-report.ts';
import type { Outcome } from '../../../core/report/problem.ts';
import type { Loaded } from '../../inspector/use-loaded.ts';
import { Placeholder } from '../../widgets/Placeholder.tsx';
import { Comparison } from './Comparison.tsx';

interface ComparisonOutcomeProps {
  readonly loaded: Loaded<Outcome<ComparisonReport> | undefined>;
  /** What stands there until it is made. */
  readonly waiting: { readonly title: string; readonly text: string };
  /** Title of the reason why it cannot be made. */
  readonly refused: string;
  /** What else can be compared. */
  readonly verbs: ReactNode;
}

/** A comparison, or why there is none. */
export function ComparisonOutcome({ loaded, waiting, refused, verbs }: ComparisonOutcomeProps) {
  const { value: outcome, stale } = loaded;
  if (outcome === undefined || stale) return <Placeholder title={waiting.title} text={waiting.text} />;
  if (!outcome.ok) {
    return (
      <Placeholder title={refused} text={`${outcome.problem.message} ${outcome.problem.advice}`}>
        {verbs}
      </Placeholder>
    );
  }
  return <Comparison report={outcome.value} verbs={verbs} />;
}

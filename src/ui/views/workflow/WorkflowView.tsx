import { useCallback } from 'react';
import { formatNumberOf } from '../../../core/base/format.ts';
import type { WorkflowReport } from '../../../core/report/workflow-report.ts';
import { parsedOf, scoredOf } from '../../analysis.ts';
import { useAppState, useCommands } from '../../context.ts';
import { useLoaded } from '../../inspector/use-loaded.ts';
import { Page } from '../../widgets/Page.tsx';
import { Placeholder } from '../../widgets/Placeholder.tsx';
import { NoLog } from '../NoLog.tsx';
import { TaskWorkflow } from './TaskWorkflow.tsx';

/** What sessions usually do, as a graph of each task, and how the selected session departs from it. */
export function WorkflowView() {
  const isOpen = useAppState(({ analysis }) => parsedOf(analysis) !== undefined);
  const sessions = useAppState(({ analysis }) => parsedOf(analysis)?.sessions);
  if (!isOpen) return <NoLog what="The workflow" when="as soon as lines are grouped into sessions" />;
  if (!sessions) {
    return (
      <Placeholder
        title="Lines are being grouped into sessions"
        text="The workflow is learnt from which events follow one another inside sessions."
      />
    );
  }
  return <OfSessions sessions={sessions} />;
}

/** @param sessions others mean another workflow */
function OfSessions({ sessions }: { readonly sessions: object }) {
  const { workflow } = useCommands();
  const ways = useAppState(({ settings }) => settings.ways);
  const model = useAppState(({ analysis }) => scoredOf(analysis)?.model);
  const versions = useAppState(({ learning }) => learning.versions);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as do another model, and what it learnt from marks
  const load = useCallback(() => workflow(ways), [workflow, ways, sessions, model, versions]);
  const { value: report, stale } = useLoaded(load);
  if (report === undefined) {
    return stale ? (
      <Placeholder
        title="The workflow is being learnt"
        text="Which events follow one another is counted in all sessions."
      />
    ) : (
      <Placeholder title="The workflow cannot be learnt" text="The log is no longer open. Open it again." />
    );
  }
  const lack = lackOf(report);
  if (lack !== undefined) return <Placeholder {...lack} />;
  return (
    <Page title={titleOf(report)} subtitle={subtitleOf(report)}>
      <TaskWorkflow report={report} />
    </Page>
  );
}

/** Why there is nothing to draw. */
function lackOf({ tasks, sessions }: WorkflowReport): { readonly title: string; readonly text: string } | undefined {
  if (tasks.length === 0) {
    return {
      title: 'No session to learn a workflow from',
      text: 'A workflow is what whole sessions have in common, and this log has none. Choose another session identifier under Sessions.',
    };
  }
  if (tasks.every(({ steps, rare }) => steps + rare < 2)) {
    return {
      title: 'Each session has one kind of event only',
      text: `Nothing follows anything else in these ${formatNumberOf(sessions, 'session')}, so there is no order to draw. Another session identifier may bring events together.`,
    };
  }
  return undefined;
}

function titleOf({ tasks }: WorkflowReport): string {
  const [first] = tasks;
  return tasks.length === 1 && first
    ? `Sessions usually take ${formatNumberOf(first.steps, 'step')}`
    : `${formatNumberOf(tasks.length, 'task')} share this log`;
}

function subtitleOf({ tasks, sessions }: WorkflowReport): string {
  const from = `Learnt from ${formatNumberOf(sessions, 'session')} of the training period.`;
  const unlike = tasks.reduce((sum, { variants }) => sum + variants, 0);
  return sessions > 1 && unlike > 0.9 * sessions
    ? `${from} Hardly two of them do the same, so there is little that is usual: read the graph with care.`
    : `${from} What fewer than one session in twenty does is no part of what is usual.`;
}

import type { SuccessorScores } from '../../core/detect/successor-scores.ts';
import type { Ways } from '../../core/report/workflow-report.ts';
import { expectedSessions } from '../../core/workflow/expected-sessions.ts';
import { type ExpectedWays, expectedWays } from '../../core/workflow/expected-ways.ts';
import { expectedWorkflow } from '../../core/workflow/expected-workflow.ts';
import type { ModelView } from '../../core/workflow/model-view.ts';
import { tasksOfSessions } from '../../core/workflow/session-tasks.ts';
import { startedSessions, type WorkflowSessions } from '../../core/workflow/started-sessions.ts';
import { variantsOf } from '../../core/workflow/variants.ts';
import { buildWorkflow, type Workflow } from '../../core/workflow/workflow.ts';
import type { GroupedLog } from '../grouped-log.ts';
import { type CountedWorkflow, LogWorkflow } from './log-workflow.ts';
import { normalSessions } from './normal-sessions.ts';

interface SeenByModel {
  readonly expected: ExpectedWays;
  readonly byWays: Map<Ways, LogWorkflow>;
}

/** The workflow of a log as its sessions tell it, and as the key model that scored it does. */
export class LearntWorkflow implements CountedWorkflow {
  readonly grouped: GroupedLog;
  readonly from: readonly number[];
  readonly sessions: WorkflowSessions;
  readonly counted: Workflow;
  readonly taskOf: Int32Array;
  private readonly withoutModel: LogWorkflow;
  /** By what a model says: training and marks make another one. */
  private readonly byScores = new WeakMap<SuccessorScores, SeenByModel>();

  constructor(grouped: GroupedLog) {
    const { sessions } = grouped;
    this.grouped = grouped;
    this.from = normalSessions(grouped);
    this.sessions = startedSessions(sessions);
    this.counted = buildWorkflow(this.sessions, this.from);
    const keys = this.counted.tasks.map(({ steps }) => steps.map(({ key }) => key));
    this.taskOf = tasksOfSessions(this.sessions, Array(sessions.count).keys(), keys);
    this.withoutModel = new LogWorkflow(this);
  }

  /** @param view of the model that scored the log; undefined before there is one, when all is counted */
  by(ways: Ways, view: ModelView | undefined): LogWorkflow {
    if (view === undefined) return this.withoutModel;
    const seen = this.byScores.get(view.scores) ?? {
      expected: expectedWays(view, this.sessions, this.from),
      byWays: new Map<Ways, LogWorkflow>(),
    };
    this.byScores.set(view.scores, seen);
    const found = seen.byWays.get(ways) ?? this.seenBy(view, seen.expected, ways);
    seen.byWays.set(ways, found);
    return found;
  }

  private seenBy(view: ModelView, expected: ExpectedWays, ways: Ways): LogWorkflow {
    if (ways === 'counted') return new LogWorkflow(this, expected);
    const came = ways === 'both' ? variantsOf(this.sessions, this.from) : [];
    const workflow = expectedWorkflow(this.counted, expectedSessions(view), this.sessions, came);
    return new LogWorkflow(this, expected, { workflow, drawsExpected: ways === 'expected' });
  }
}

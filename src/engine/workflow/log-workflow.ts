import type { LogKey } from '../../core/base/brand.ts';
import { templateText } from '../../core/detect/findings.ts';
import type {
  WayRequest,
  WaySessionRows,
  WorkflowPicture,
  WorkflowReport,
  WorkflowRequest,
} from '../../core/report/workflow-report.ts';
import { departureOf, dueText } from '../../core/workflow/departure.ts';
import { diagnosisOf } from '../../core/workflow/diagnosis.ts';
import type { ExpectedWays } from '../../core/workflow/expected-ways.ts';
import { BEGIN, END, FOLDED, type NodeId } from '../../core/workflow/graph-node.ts';
import { keysOf } from '../../core/workflow/process-tree.ts';
import { type SessionPath, sessionPath } from '../../core/workflow/session-path.ts';
import { type ShownGraph, shownGraph } from '../../core/workflow/shown-graph.ts';
import type { WorkflowSessions } from '../../core/workflow/started-sessions.ts';
import { asExpected, WayChances } from '../../core/workflow/way-chances.ts';
import { sessionsOnWay } from '../../core/workflow/way-sessions.ts';
import type { TaskWorkflow, Workflow } from '../../core/workflow/workflow.ts';
import type { GroupedLog } from '../grouped-log.ts';

/** Sessions of a way that are listed. */
const MOST_ROWS = 1000;

/** What is counted in the sessions of a log. */
export interface CountedWorkflow {
  readonly grouped: GroupedLog;
  /** Indices of the sessions that it is learnt from. */
  readonly from: readonly number[];
  readonly sessions: WorkflowSessions;
  readonly counted: Workflow;
  /** By session of the log, its task; -1 for none. */
  readonly taskOf: Int32Array;
}

/** A workflow that a key model has a say in. */
interface ModelledWorkflow {
  readonly workflow: Workflow;
  /** Ways are as wide as the model expects them, and not as often as they were counted. */
  readonly drawsExpected: boolean;
}

/** What the sessions of one log usually do, and what single ones did. */
export class LogWorkflow {
  private readonly learnt: CountedWorkflow;
  private readonly grouped: GroupedLog;
  private readonly sessions: WorkflowSessions;
  private readonly taskOf: Int32Array;
  private readonly workflow: Workflow;
  private readonly expected: ExpectedWays | undefined;
  private readonly drawsExpected: boolean;

  /**
   * @param expected of the key model, where one has scored the log
   * @param modelled what it makes of the workflow, where that is to be shown
   */
  constructor(learnt: CountedWorkflow, expected?: ExpectedWays, modelled?: ModelledWorkflow) {
    this.learnt = learnt;
    this.grouped = learnt.grouped;
    this.sessions = learnt.sessions;
    this.taskOf = learnt.taskOf;
    this.workflow = modelled?.workflow ?? learnt.counted;
    this.expected = expected;
    this.drawsExpected = modelled?.drawsExpected ?? false;
  }

  report(): WorkflowReport {
    const { tasks, spawns } = this.workflow;
    return {
      sessions: this.learnt.from.length,
      hasModel: this.expected !== undefined,
      tasks: tasks.map((task, at) => ({
        begins: this.textOf(firstKeyOf(task)),
        sessions: task.sessions,
        variants: task.variants,
        steps: keysOf(task.tree).length,
        rare: task.rare.length,
        startedBy: spawns
          .filter(({ to }) => to === at)
          .map(({ key, share }) => ({ template: this.textOf(key), share })),
        isExpected: this.isExpected(at),
      })),
    };
  }

  /** @returns undefined where there is no such task */
  async picture({ task: at, leastShare, session }: WorkflowRequest): Promise<WorkflowPicture | undefined> {
    const task = this.workflow.tasks[at];
    if (task === undefined) return undefined;
    const { layoutGraph } = await import('./layout-graph.ts');
    const path = session === undefined ? undefined : this.pathOf(session, at);
    const { expected } = this;
    const draws = this.drawsExpected && this.isExpected(at);
    const drawn = expected !== undefined && draws ? asExpected(task, expected) : task;
    const chances = expected && new WayChances(task, expected);
    const graph = shownGraph(drawn, leastShare, path);
    const departure = path && departureOf(path);
    const due = departure && dueText(departure, (key) => this.textOf(key));
    const isLeft = (id: NodeId) => departure !== undefined && id === (departure.after ?? BEGIN);
    return layoutGraph({
      nodes: graph.nodes.map((node) => ({
        ...node,
        text: this.nodeText(node.id, graph),
        due: isLeft(node.id) ? due : undefined,
      })),
      edges: graph.edges.map((edge) => ({
        ...edge,
        share: edge.count / task.sessions,
        chance: chances?.of(edge.from, edge.to),
      })),
    });
  }

  onWay({ task, from, to }: WayRequest): WaySessionRows {
    if (from === FOLDED || to === FOLDED) return { total: 0, rows: [] };
    const ends = [from === BEGIN ? -1 : from, to === END ? -1 : to] as const;
    const found = sessionsOnWay(this.sessions, ...ends, (session) => this.taskOf[session] === task);
    const { ids, line } = this.grouped.sessions;
    const rows = Array.from(found.session, (session, at) => ({
      session: ids[session] ?? '',
      line: (line[found.event[at] as number] as number) + 1,
      took: found.took[at] as number,
    }));
    const slowest = rows.sort((a, b) => (Number.isNaN(a.took) ? 0 : b.took - a.took)).slice(0, MOST_ROWS);
    return { total: rows.length, rows: slowest };
  }

  /** Where a session left the workflow, in words; undefined where it did not, and for one that belongs to no task. */
  diagnose(id: string): string | undefined {
    const session = this.grouped.sessions.ids.indexOf(id);
    const task = this.workflow.tasks[this.taskOf[session] ?? -1];
    if (task === undefined) return undefined;
    const path = this.pathThrough(task, session);
    return diagnosisOf(task, path, this.keysOf(session), (key) => this.textOf(key));
  }

  private isExpected(at: number): boolean {
    return this.workflow.tasks[at] !== this.learnt.counted.tasks[at];
  }

  /** The path of a session, if it belongs to the task. */
  private pathOf(id: string, at: number): SessionPath | undefined {
    const session = this.grouped.sessions.ids.indexOf(id);
    const task = this.workflow.tasks[at];
    return task === undefined || this.taskOf[session] !== at ? undefined : this.pathThrough(task, session);
  }

  private pathThrough({ tree }: TaskWorkflow, session: number): SessionPath {
    const { atStart, atEnd } = this.grouped.cut;
    return sessionPath(tree, this.keysOf(session), { atStart: atStart[session] === 1, atEnd: atEnd[session] === 1 });
  }

  private keysOf(session: number): Int32Array {
    const { from, to, table } = this.sessions;
    return table.key.subarray(from[session], to[session]);
  }

  private nodeText(id: NodeId, { folded }: ShownGraph): string {
    if (id === BEGIN) return 'begin';
    if (id === END) return 'end';
    return id === FOLDED ? `${folded} other steps` : this.textOf(id);
  }

  private textOf(key: number): string {
    return templateText(this.grouped.templates, key as LogKey | -1);
  }
}

/** The key that most sessions begin with. */
function firstKeyOf({ edges }: TaskWorkflow): LogKey | -1 {
  const beginnings = edges.filter(({ from }) => from === -1);
  return beginnings.reduce((a, b) => (b.count > a.count ? b : a), beginnings[0] ?? { to: -1 as const, count: 0 }).to;
}

import type { Milliseconds } from '../base/units.ts';
import type { NodeId, PathMark } from '../workflow/graph-node.ts';
import type { WayChance } from '../workflow/way-chances.ts';

/** What a workflow is learnt from: the sessions that came, those that the key model expects, or as many of each. */
export type Ways = 'both' | 'counted' | 'expected';

/** What the Workflow page shows before a task is chosen. */
export interface WorkflowReport {
  /** Sessions that it is learnt from. */
  readonly sessions: number;
  /** With most sessions first. */
  readonly tasks: readonly TaskReport[];
  /** A key model has scored the log; without one ways are counted. */
  readonly hasModel: boolean;
}

export interface TaskReport {
  /** Template of the key that most of its sessions begin with. */
  readonly begins: string;
  readonly sessions: number;
  /** Distinct sequences of keys. */
  readonly variants: number;
  /** Keys that are part of the workflow. */
  readonly steps: number;
  /** Keys that are too rare to be. */
  readonly rare: number;
  /** Steps of other tasks that start sessions of this one. */
  readonly startedBy: readonly TaskStart[];
  /** Learnt from sessions that the key model expects, too; not so where only those that came were asked for, and where it expects none. */
  readonly isExpected: boolean;
}

export interface TaskStart {
  readonly template: string;
  /** Of the sessions, in (0, 1]. */
  readonly share: number;
}

export interface WorkflowRequest {
  /** Index in {@link WorkflowReport.tasks}. */
  readonly task: number;
  readonly ways: Ways;
  /** What comes less often than this share of the sessions is not drawn, in [0, 1]. */
  readonly leastShare: number;
  /** Whose path is drawn over it; one of another task has none. */
  readonly session?: string | undefined;
}

/** A graph with places, in pixels from its upper left corner. */
export interface WorkflowPicture {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
}

export interface PictureNode {
  readonly id: NodeId;
  /** Template of a step; what another node stands for. */
  readonly text: string;
  readonly count: number;
  readonly mark: PathMark | undefined;
  /** What was due behind it, where the session's path left the workflow; undefined for all other nodes. */
  readonly due: string | undefined;
  /** Of the middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PictureEdge {
  readonly from: NodeId;
  readonly to: NodeId;
  /** As often as it came, or as the key model expects it. */
  readonly count: number;
  /** Of all that may come there; undefined without a key model, and for several ways in one. */
  readonly chance: WayChance | undefined;
  /** Of the sessions of the task; above 1 where they go this way several times. */
  readonly share: number;
  readonly time: { readonly median: Milliseconds; readonly p95: Milliseconds } | undefined;
  readonly mark: PathMark | undefined;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface WayRequest {
  readonly task: number;
  readonly from: NodeId;
  readonly to: NodeId;
}

/** Sessions of the whole log that go a way, the slowest first, where it takes time. */
export interface WaySessionRows {
  /** All there are; at most 1,000 of them are rows. */
  readonly total: number;
  readonly rows: readonly WaySessionRow[];
}

export interface WaySessionRow {
  readonly session: string;
  /** 1-based, of the event that the way leads to. */
  readonly line: number;
  /** NaN at the beginning and the end of sessions, and where the log has no times. */
  readonly took: Milliseconds;
}

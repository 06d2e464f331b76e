import type { Random } from '../../src/core/base/random.ts';
import type { Field } from './field.ts';
import type { Step } from './workflow.ts';

/** Everything that makes one sort of log: its texts, its values and what its sessions do. */
export interface LogKind {
  readonly name: string;
  /** What a session is, for the help text. */
  readonly session: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** Lines after their time stamp, by name. `{field}` stands for a value, `{id}` for the session's, `{branch}` for the branch's number. */
  readonly messages: Readonly<Record<string, string>>;
  /** Lines that only anomalies write. The first few are for the training period, so that the rest stay unknown to it. */
  readonly unknownMessages: readonly string[];
  readonly workflows: readonly Workflow[];
  readonly background: readonly BackgroundProcess[];
  /** Of the first line. */
  readonly start: Date;
  /** Of the time stamps, in ms. */
  readonly resolution: number;
  /** Mean time between the starts of two sessions, in ms. */
  readonly arrival: number;
  stamp(time: number): string;
  /** A new identifier for the session that is started after `before` others. */
  id(random: Random, before: number): string;
}

export interface Workflow {
  readonly name: string;
  readonly weight: number;
  readonly steps: Step;
}

/** Lines that belong to no session, again and again. */
export interface BackgroundProcess {
  /** Median time between rounds, in ms. */
  readonly every: number;
  readonly messages: readonly string[];
}

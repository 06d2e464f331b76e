/**
 * Sessions and their events in order, as compressed rows: the events of session s are `key[start[s]]` to `key[start[s + 1] - 1]`.
 * Sessions are ordered by their first event.
 */
export interface SessionTable {
  readonly count: number;
  /** The identifier, or a made-up name for windows. */
  readonly ids: readonly string[];
  /** Shape [count + 1]. */
  readonly start: Int32Array;
  /** Log key of each event. */
  readonly key: Int32Array;
  /** Line of each event, 0-based. */
  readonly line: Int32Array;
  /** Time of each event in ms since 1970; where a line carries none, the time of the line before it; all NaN where no line has one. */
  readonly time: Float64Array;
}

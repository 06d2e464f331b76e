import type { Steps } from '../base/steps.ts';
import { visitIdentifiers } from '../scan/each-identifier.ts';
import type { IdentifierColumn } from '../scan/scanned-log.ts';
import type { SessionTable } from './session-table.ts';

/** Sessions as far as evidence needs them: how long each is, and the first events of all in the order of the lines. */
export interface IdentifiedEvents {
  /** Events of each session; 0 for an identifier that no line with a key names. */
  readonly lengths: Int32Array;
  /** Lines from the first to the last event of each session. */
  readonly reaches: Int32Array;
  /** Lines that belong to a session. */
  readonly lines: number;
  /** Those whose first session has three events or more. */
  readonly linesOfSequences: number;
  /** Session, key and line of each of the first {@link EVENT_LIMIT} events. */
  readonly session: Int32Array;
  readonly key: Int32Array;
  readonly line: Int32Array;
  /** All keys are below it. */
  readonly keys: number;
  readonly sessions: number;
}

/** Events that order is measured on; enough for a few hundred keys. */
const EVENT_LIMIT = 50_000;
const SEQUENCE = 3;

/** In one pass, without a table of all events. */
export function* identifiedEvents(column: IdentifierColumn, keyOfLine: Int32Array): Steps<IdentifiedEvents> {
  const tally = new Tally(column.ids.length);
  yield* visitIdentifiers(column, (line, id) => {
    const key = keyOfLine[line] as number;
    if (key >= 0) tally.add(id, key, line);
  });
  return tally.finish();
}

export function tabledEvents(sessions: SessionTable): IdentifiedEvents {
  const tally = new Tally(sessions.count);
  for (let s = 0; s < sessions.count; s++) {
    for (let event = sessions.start[s] as number; event < (sessions.start[s + 1] as number); event++) {
      tally.add(s, sessions.key[event] as number, sessions.line[event] as number);
    }
  }
  return tally.finish();
}

class Tally {
  private readonly lengths: Int32Array;
  private readonly reaches: Int32Array;
  private readonly firstLine: Int32Array;
  /** Lines by the session that they name first. */
  private readonly ownLines: Int32Array;
  private readonly session = new Int32Array(EVENT_LIMIT);
  private readonly key = new Int32Array(EVENT_LIMIT);
  private readonly line = new Int32Array(EVENT_LIMIT);
  private events = 0;
  private lines = 0;
  private lastLine = -1;
  private keys = 1;

  constructor(sessions: number) {
    this.lengths = new Int32Array(sessions);
    this.reaches = new Int32Array(sessions);
    this.firstLine = new Int32Array(sessions);
    this.ownLines = new Int32Array(sessions);
  }

  add(session: number, key: number, line: number): void {
    if (this.lengths[session] === 0) this.firstLine[session] = line;
    this.lengths[session] = (this.lengths[session] as number) + 1;
    this.reaches[session] = line - (this.firstLine[session] as number) + 1;
    if (line !== this.lastLine) {
      this.lines++;
      this.ownLines[session] = (this.ownLines[session] as number) + 1;
      this.lastLine = line;
    }
    if (this.events === EVENT_LIMIT) return;
    const event = this.events++;
    this.session[event] = session;
    this.key[event] = key;
    this.line[event] = line;
    this.keys = Math.max(this.keys, key + 1);
  }

  finish(): IdentifiedEvents {
    const { lengths, reaches, lines, ownLines, keys, events } = this;
    return {
      lengths,
      reaches,
      lines,
      linesOfSequences: ownLines.reduce((sum, own, s) => sum + ((lengths[s] as number) >= SEQUENCE ? own : 0), 0),
      session: this.session.slice(0, events),
      key: this.key.slice(0, events),
      line: this.line.slice(0, events),
      keys,
      sessions: lengths.length,
    };
  }
}

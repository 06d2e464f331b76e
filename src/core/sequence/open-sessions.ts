import type { Bytes, Milliseconds } from '../base/units.ts';

/** A session that goes on, or has just ended, with its events in order. */
export class OpenSession {
  readonly id: string;
  /**
   * Of each event in turn its time, its key, its 0-based line from the beginning of the stream, its offset, how many values it has, and
   * these: one list a session, since each list takes room to grow of its own.
   */
  readonly rows: number[] = [];
  events = 0;
  /** Of all events together. */
  values = 0;
  /** Lines that name it and are no events of it. */
  ignored = 0;
  /** Its beginning was judged as the end of a session that made room. */
  readonly isContinued: boolean;
  /** Reading of the clock at its last event. */
  touched = Number.NEGATIVE_INFINITY;
  isOpen = true;
  before: OpenSession | undefined;
  after: OpenSession | undefined;

  constructor(id: string, isContinued: boolean) {
    this.id = id;
    this.isContinued = isContinued;
  }

  /** Adds an event, of which so many values follow, each by `addValue`. */
  addEvent(time: Milliseconds, key: number, line: number, offset: Bytes, values: number): void {
    this.rows.push(time, key, line, offset, values);
    this.events++;
    this.values += values;
  }

  addValue(value: number): void {
    this.rows.push(value);
  }
}

/** `silent`: nothing came for so long that it has ended; `evicted`: there were too many; `end`: the data ended. */
export type Ending = 'silent' | 'evicted' | 'end';

export interface OpenBounds {
  /** A session has ended once the clock has gone on by more than this since its last event. */
  readonly idle: number;
  /** Sessions that may be open at a time. */
  readonly sessions: number;
  /** Events that they may have together. */
  readonly events: number;
}

/**
 * The sessions of a stream that may go on, the one that was silent longest first. What closes depends on the events alone, not on
 * when anyone looks.
 */
export class OpenSessions {
  readonly #byId = new Map<string, OpenSession>();
  readonly #bounds: OpenBounds;
  readonly #close: (session: OpenSession, ending: Ending) => void;
  /** Of sessions that made room, the latest. */
  readonly #evicted = new Set<string>();
  #oldest: OpenSession | undefined;
  #newest: OpenSession | undefined;
  #events = 0;
  /** The latest moment so far. */
  #now = Number.NEGATIVE_INFINITY;

  constructor(bounds: OpenBounds, close: (session: OpenSession, ending: Ending) => void) {
    this.#bounds = bounds;
    this.#close = close;
  }

  get count(): number {
    return this.#byId.size;
  }

  /** Moves the clock, which never goes back, and ends what has been silent for too long. */
  advance(now: number): void {
    if (!(now > this.#now)) return;
    this.#now = now;
    while (this.#oldest !== undefined && now - this.#oldest.touched > this.#bounds.idle)
      this.end(this.#oldest, 'silent');
  }

  /** The open session with this name, or a new one, for an event that comes now. */
  sessionOf(id: string): OpenSession {
    const known = this.#byId.get(id);
    const session = known ?? new OpenSession(id, this.#evicted.has(id));
    if (known === undefined) this.#byId.set(id, session);
    this.touch(session);
    return session;
  }

  /** Notes that a line of it comes now. */
  touch(session: OpenSession): void {
    this.#events++;
    session.touched = this.#now;
    if (session === this.#newest) return;
    this.#unlink(session);
    session.before = this.#newest;
    if (this.#newest !== undefined) this.#newest.after = session;
    this.#newest = session;
    this.#oldest ??= session;
  }

  /** Ends the oldest sessions while there are too many. */
  makeRoom(): void {
    const { sessions, events } = this.#bounds;
    while (this.#oldest !== undefined && (this.#byId.size > sessions || this.#events > events)) {
      const { id } = this.#oldest;
      this.end(this.#oldest, 'evicted');
      this.#evicted.add(id);
      if (this.#evicted.size <= sessions) continue;
      for (const first of this.#evicted) {
        this.#evicted.delete(first);
        break;
      }
    }
  }

  end(session: OpenSession, ending: Ending): void {
    this.#byId.delete(session.id);
    this.#unlink(session);
    this.#events -= session.events + session.ignored;
    session.isOpen = false;
    this.#close(session, ending);
  }

  endAll(ending: Ending): void {
    while (this.#oldest !== undefined) this.end(this.#oldest, ending);
  }

  #unlink(session: OpenSession): void {
    const { before, after } = session;
    if (before !== undefined) before.after = after;
    else if (this.#oldest === session) this.#oldest = after;
    if (after !== undefined) after.before = before;
    else if (this.#newest === session) this.#newest = before;
    session.before = undefined;
    session.after = undefined;
  }
}

import { createRandom, type Random } from '../../src/core/base/random.ts';
import type { Cause } from '../../src/core/detect/finding.ts';
import { planAnomalousSession } from './anomaly.ts';
import { AnomalySchedule, TRAINING_SHARE } from './anomaly-schedule.ts';
import { EventQueue } from './event-queue.ts';
import { Branch, LineTexts } from './line-text.ts';
import type { BackgroundProcess, LogKind } from './log-kind.ts';
import { NormalProfile } from './normal-profile.ts';
import { type PlannedLine, type PlannedSession, planSession } from './session.ts';

/** Near the end: sessions drawn until one fits into the lines that are left. */
const FITTING_TRIES = 30;
/** At most this share of the lines is kept for the background while the last sessions finish. */
const RESERVED_SHARE = 0.02;
/** Load over the day: from 40 % to 160 % of the mean. */
const DAY = 24 * 3_600_000;
const LOAD_SWING = 0.6;

export interface GenerateOptions {
  /** Exactly this many are written. */
  readonly lines: number;
  /** Share of the sessions that are anomalous, in [0, 1]. */
  readonly anomalies: number;
  readonly seed: number;
}

/** One row of the label file. */
export interface SessionLabel {
  readonly id: string;
  /** Undefined for a normal session. */
  readonly cause: Cause | undefined;
  /** 1-based; undefined for a normal session. */
  readonly line: number | undefined;
}

export interface LogSink {
  line(text: string): void;
  /** Called once for each session, when its last line is out. */
  label(label: SessionLabel): void;
}

/**
 * Writes a log line by line, in time order; what it holds in memory is the sessions that are open. The same kind and options
 * give the same lines. The last sessions are finished before the log ends; a log too short for one session cuts its first.
 */
export function generateLog(kind: LogKind, options: GenerateOptions, sink: LogSink): void {
  new Generator(kind, options, sink).run();
}

interface Planned {
  readonly session: PlannedSession;
  readonly cause: Cause | undefined;
  readonly odd: PlannedLine | undefined;
}

interface OpenSession extends Planned {
  readonly id: string;
  readonly texts: readonly string[];
  readonly start: number;
  next: number;
  oddLine: number | undefined;
}

type Happening =
  | { readonly is: 'arrival' }
  | { readonly is: 'background'; readonly process: BackgroundProcess; readonly index: number; readonly branch: Branch }
  | { readonly is: 'session'; readonly open: OpenSession };

class Generator {
  readonly #kind: LogKind;
  readonly #options: GenerateOptions;
  readonly #sink: LogSink;
  readonly #random: Random;
  readonly #texts: LineTexts;
  readonly #profile: NormalProfile;
  readonly #queue = new EventQueue<Happening>();
  readonly #schedule: AnomalySchedule;
  readonly #reserved: number;
  #started = 0;
  #written = 0;
  /** Lines of open sessions that are still to come. */
  #pending = 0;

  constructor(kind: LogKind, options: GenerateOptions, sink: LogSink) {
    this.#kind = kind;
    this.#options = options;
    this.#sink = sink;
    this.#random = createRandom(options.seed);
    this.#texts = new LineTexts(kind);
    this.#profile = new NormalProfile(kind);
    this.#schedule = new AnomalySchedule(options.anomalies, kind.unknownMessages, this.#random);
    const rate = kind.background.reduce((sum, { every, messages }) => sum + messages.length / every, 0);
    this.#reserved = Math.floor(Math.min(RESERVED_SHARE * options.lines, rate * this.#profile.longest));
  }

  run(): void {
    const start = this.#kind.start.getTime();
    this.#queue.push(start, { is: 'arrival' });
    for (const process of this.#kind.background) {
      this.#scheduleBackground(start + process.every * this.#random.uniform(), process);
    }
    while (this.#written < this.#options.lines) {
      const next = this.#queue.pop();
      if (!next) throw new Error(`${this.#kind.name} needs background lines to fill its log`);
      this.#happen(next.at, next.item);
    }
  }

  #happen(at: number, item: Happening): void {
    if (item.is === 'arrival') this.#arrive(at);
    else if (item.is === 'session') this.#logSession(at, item.open);
    else this.#logBackground(at, item);
  }

  /** Lines nobody has a claim on yet. */
  get #free(): number {
    return this.#options.lines - this.#written - this.#pending;
  }

  #arrive(at: number): void {
    const training = this.#written + this.#pending < TRAINING_SHARE * this.#options.lines;
    const cause = this.#schedule.next(training);
    const planned = this.#planFitting(cause, training) ?? this.#planFitting(undefined, training);
    if (planned) {
      this.#open(at, planned);
      const load = 1 + LOAD_SWING * Math.sin((2 * Math.PI * at) / DAY);
      const wait = (-Math.log(1 - this.#random.uniform()) * this.#kind.arrival) / load;
      this.#queue.push(at + wait, { is: 'arrival' });
    } else if (this.#started === 0) {
      this.#open(at, this.#planCut());
    }
  }

  /** A session that the lines that are left have room for; undefined if a number of draws gave none. */
  #planFitting(cause: Cause | undefined, training: boolean): Planned | undefined {
    for (let tries = 0; tries < FITTING_TRIES; tries++) {
      const planned = this.#plan(cause, training);
      if (planned.session.lines.length <= this.#free - this.#reserved) return planned;
    }
    return undefined;
  }

  #plan(cause: Cause | undefined, training: boolean): Planned {
    const random = this.#random;
    if (!cause) return { session: planSession(this.#kind, random), cause, odd: undefined };
    const unknownMessage = () => this.#schedule.unknownMessage(training);
    const planting = { kind: this.#kind, profile: this.#profile, texts: this.#texts, random, unknownMessage };
    return { ...planAnomalousSession(planting, cause), cause };
  }

  #planCut(): Planned {
    const session = planSession(this.#kind, this.#random);
    session.lines = session.lines.slice(0, this.#free);
    return { session, cause: undefined, odd: undefined };
  }

  #open(start: number, { session, cause, odd }: Planned): void {
    const id = this.#kind.id(this.#random, this.#started++);
    session.root.values.set('id', id);
    const texts = session.lines.map((line) => this.#texts.text(line.message, line.branch, this.#random, line.override));
    this.#pending += texts.length;
    this.#enqueue({ id, session, texts, start, cause, odd, next: 0, oddLine: undefined });
  }

  #enqueue(open: OpenSession): void {
    const line = open.session.lines[open.next];
    if (line) this.#queue.push(open.start + line.at, { is: 'session', open });
    else this.#sink.label({ id: open.id, cause: open.cause, line: open.oddLine });
  }

  #logSession(at: number, open: OpenSession): void {
    const { next, texts, session } = open;
    this.#write(at, texts[next] as string);
    this.#pending--;
    if (open.odd && session.lines[next] === open.odd) open.oddLine = this.#written;
    open.next++;
    this.#enqueue(open);
  }

  #logBackground(at: number, { process, index, branch }: Happening & { is: 'background' }): void {
    const message = process.messages[index];
    if (message !== undefined && this.#free > 0) this.#write(at, this.#texts.text(message, branch, this.#random));
    if (index + 1 < process.messages.length) {
      this.#queue.push(at + this.#kind.resolution, { is: 'background', process, index: index + 1, branch });
    } else {
      this.#scheduleBackground(at + process.every * (0.8 + 0.4 * this.#random.uniform()), process);
    }
  }

  #scheduleBackground(at: number, process: BackgroundProcess): void {
    this.#queue.push(at, { is: 'background', process, index: 0, branch: new Branch(undefined, 0) });
  }

  #write(at: number, text: string): void {
    this.#sink.line(`${this.#kind.stamp(Math.floor(at))} ${text}`);
    this.#written++;
  }
}

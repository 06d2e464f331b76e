import type { Detector } from '../../bundle/detector.ts';
import { unpack } from '../../core/base/packed-column.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { templateText } from '../../core/detect/findings.ts';
import type { TextOf } from '../../core/detect/session-detector.ts';
import { OpenSessions } from '../../core/sequence/open-sessions.ts';
import type { DetectOptions } from '../data.api.ts';
import type { ClosedSession } from './closed-sessions.ts';
import { LineEvent } from './line-event.ts';
import { type SessionNamer, sessionNamer, type VisitSessions } from './session-namer.ts';
import { StreamKeys } from './stream-keys.ts';
import { type LineBatch, StreamLines, type StreamSource } from './stream-lines.ts';
import { StreamScorer } from './stream-scorer.ts';
import type { Predict } from './window-probabilities.ts';

/** Events of sessions that are open, at most: some 100 bytes each. */
const MOST_EVENTS = 2_000_000;
/** Sessions are judged together once they have so many events: fewer calls of the model. */
const JUDGED_EVENTS = 65_536;

export interface StreamOptions {
  readonly detector: Detector;
  readonly source: StreamSource;
  readonly detect: DetectOptions;
  readonly predict: Predict;
  /** A session has ended after so much silence: milliseconds, or lines where the detector knows no times. */
  readonly idle: number;
  readonly mostOpen: number;
}

export interface StreamCounts {
  readonly lines: number;
  /** That have closed. */
  readonly sessions: number;
  readonly open: number;
  readonly flagged: number;
  readonly evicted: number;
}

/**
 * Scores a log that has no end: lines go in, findings come out as sessions close. Which ones does not depend on how the bytes come in
 * blocks, nor on when they are scored.
 */
export class LogStream {
  readonly #lines: StreamLines;
  readonly #keys: StreamKeys;
  readonly #scorer: StreamScorer;
  readonly #visitorOf: SessionNamer;
  readonly #open: OpenSessions;
  readonly #isTimed: boolean;
  readonly #idle: number;
  #closed: ClosedSession[] = [];
  #closedEvents = 0;
  #findings: Finding[] = [];
  #edges: { begin: number; end: number } | undefined;
  readonly #counts = { lines: 0, sessions: 0, flagged: 0, evicted: 0 };

  constructor({ detector, source, detect, predict, idle, mostOpen }: StreamOptions) {
    this.#lines = new StreamLines(source);
    this.#keys = new StreamKeys(detector);
    this.#scorer = new StreamScorer(detector, placeOf(source), this.#keys, detect, predict);
    this.#isTimed = detector.rhythm.unit === 'milliseconds';
    this.#idle = detector.session.rule.by === 'identifier' ? idle : Number.POSITIVE_INFINITY;
    const bounds = { idle: this.#idle, sessions: mostOpen, events: MOST_EVENTS };
    this.#open = new OpenSessions(bounds, (session, ending) => {
      // Only ignored lines named it.
      if (session.events === 0) return;
      this.#closed.push({ session, ending });
      this.#closedEvents += session.events;
      if (ending === 'evicted') this.#counts.evicted++;
    });
    this.#visitorOf = sessionNamer(detector.session.rule, this.#open);
  }

  get counts(): StreamCounts {
    return { ...this.#counts, open: this.#open.count };
  }

  /** Template of a key that came. */
  readonly textOf: TextOf = (key) => templateText(this.#keys.templates, key);

  /** Lines that came and were not yet looked at. */
  get waiting(): number {
    return this.#lines.lines;
  }

  /** @param block in UTF-8, cut anywhere; it is kept, not copied */
  push(block: Uint8Array): void {
    this.#lines.push(block);
  }

  /** Looks at the lines that came. @returns findings of sessions that have closed meanwhile, in the order in which they did */
  async flush(): Promise<readonly Finding[]> {
    const batch = this.#lines.take();
    if (batch !== undefined) await this.#addBatch(batch);
    await this.#judge();
    const findings = this.#findings;
    this.#findings = [];
    return findings;
  }

  /** Ends sessions that are open as if nothing more came of them: so long was it silent. */
  async endOfSilence(): Promise<readonly Finding[]> {
    if (this.#idle < Number.POSITIVE_INFINITY) this.#open.endAll('silent');
    return this.flush();
  }

  /** The stream has ended. How sessions end that are open is judged where usually nothing would have come any more. */
  async end(): Promise<readonly Finding[]> {
    this.#lines.end();
    const last = await this.flush();
    this.#open.endAll('end');
    return [...last, ...(await this.flush())];
  }

  async #addBatch(batch: LineBatch): Promise<void> {
    const { log, signatures } = batch;
    const keyed = await this.#keys.keysOf(signatures, log);
    const eachSession = this.#visitorOf(log.identifiers[0]?.column);
    const event = new LineEvent(batch);
    for (const [number, block] of log.scanned.signature.blocks.entries()) {
      event.beginBlock(number);
      for (const signature of unpack(block)) {
        event.beginLine(keyed[signature]);
        this.#addLine(event, eachSession);
        if (this.#closedEvents >= JUDGED_EVENTS) await this.#judge();
      }
    }
    this.#counts.lines += batch.time.length;
  }

  #addLine(event: LineEvent, eachSession: VisitSessions): void {
    const moment = this.#isTimed ? event.time : event.line;
    this.#open.advance(moment);
    if (!event.isKnown) return;
    if (eachSession(event.lineOfBatch, event.time, event.addTo) && !event.isIgnored) this.#widen(moment);
    this.#open.makeRoom();
  }

  #widen(moment: number): void {
    this.#edges ??= { begin: moment, end: moment };
    if (moment < this.#edges.begin) this.#edges.begin = moment;
    if (moment > this.#edges.end) this.#edges.end = moment;
  }

  async #judge(): Promise<void> {
    const closed = this.#closed;
    this.#closed = [];
    this.#closedEvents = 0;
    if (closed.length === 0 || this.#edges === undefined) return;
    this.#counts.sessions += closed.length;
    const findings = await this.#scorer.score(closed, this.#edges);
    this.#counts.flagged += findings.length;
    this.#findings.push(...findings);
  }
}

/** Offsets count in what is scanned. */
function placeOf({ format: { source } }: StreamSource): Pick<Finding, 'file' | 'offsetIn'> {
  return { file: source.name, offsetIn: source.content ?? 'file' };
}

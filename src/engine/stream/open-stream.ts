import type { Detector } from '../../bundle/detector.ts';
import type { Milliseconds } from '../../core/base/units.ts';
import type { Outcome, Problem } from '../../core/report/problem.ts';
import { ruleFor } from '../../core/scan/several-headers.ts';
import type { Rhythm } from '../../core/sequence/rhythm.ts';
import { blobSource } from '../../ingest/byte-source.ts';
import type { ReadProblem } from '../../ingest/read-problem.ts';
import { type SniffChoices, sniff } from '../../ingest/sniff.ts';
import { formatsOfDetector } from '../choose-formats.ts';
import { readProblem } from '../read-problems.ts';
import type { StreamSource } from './stream-lines.ts';

export interface OpenStreamOptions extends SniffChoices {
  readonly detector: Detector;
  readonly kernel: WebAssembly.Module | undefined;
  readonly now: Milliseconds;
}

export interface OpenedStream {
  readonly source: StreamSource;
  /** Blocks as they come, cut anywhere, in UTF-8. */
  readonly inUtf8: (block: Uint8Array) => Uint8Array;
}

/** Finds out by its first bytes how a stream is written. @param head is not empty unless the stream is */
export async function openStream(
  head: Uint8Array<ArrayBuffer>,
  name: string,
  { detector, kernel, now, ...choices }: OpenStreamOptions,
): Promise<Outcome<OpenedStream>> {
  if (detector.classic !== undefined) return { ok: false, problem: CLASSIC };
  const sniffed = await sniff(blobSource(new Blob([head]), name), choices);
  if (!sniffed.ok) return unreadable(sniffed.problem);
  const { lineEnd, encoding } = sniffed.text;
  const source = encoding === 'utf-8' ? sniffed.text.source : { ...sniffed.text.source, content: 'utf-8' as const };
  const chosen = await formatsOfDetector([{ source, lineEnd }], detector);
  if (!chosen.ok) return unreadable(chosen.problem);
  const [format] = chosen.value.texts;
  if (format === undefined) throw new RangeError('A stream has a format');
  const rules = chosen.value.rules.map((rule) => ruleFor(rule, format.format.header));
  return { ok: true, value: { source: { format, rules, kernel, now }, inUtf8: transcoder(encoding) } };
}

function unreadable(problem: ReadProblem): Outcome<never> {
  if (problem.kind === 'cancelled') throw new Error('Nobody can cancel this');
  return { ok: false, problem: readProblem(problem) };
}

const CLASSIC: Problem = {
  code: 'unknown-format',
  message: 'This detector reads lines by Drain as published, which standard input is not scored by as it comes.',
  advice: 'Give it files, or train one without --parser.',
};

function transcoder(encoding: string): (block: Uint8Array) => Uint8Array {
  if (encoding === 'utf-8') return (block) => block;
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (block) => encoder.encode(decoder.decode(block, { stream: true }));
}

/** Sessions go on after pauses so many times the longest usual one; ... */
const LONGER = 10;
/** ... a minute at least, or so many lines where a detector knows no times. */
const LEAST_IDLE: Readonly<Record<Rhythm['unit'], number>> = { milliseconds: 60_000, lines: 10_000 };

/** How long a session must be silent to have ended, in the unit of the rhythm. */
export function usualIdle({ unit, after }: Rhythm): number {
  return Math.max(LEAST_IDLE[unit], LONGER * after.reduce((most, [, pause]) => Math.max(most, pause), 0));
}

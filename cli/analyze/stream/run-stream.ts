import type { Readable, Writable } from 'node:stream';
import { detectOptions } from '../../../src/app/pipeline.ts';
import type { Detector } from '../../../src/bundle/detector.ts';
import { findingsJsonLines } from '../../../src/bundle/exports.ts';
import { readDetector } from '../../../src/bundle/read-detector.ts';
import { formatDuration, formatNumberOf } from '../../../src/core/base/format.ts';
import type { Finding } from '../../../src/core/detect/finding.ts';
import type { Outcome, Problem } from '../../../src/core/report/problem.ts';
import { ModelEngine } from '../../../src/engine/model-engine.ts';
import { LogStream } from '../../../src/engine/stream/log-stream.ts';
import { type OpenedStream, openStream, usualIdle } from '../../../src/engine/stream/open-stream.ts';
import { compilePattern } from '../../../src/ingest/compile-pattern.ts';
import { builtScanner } from '../../wasm/scanner-file.ts';
import type { AnalyzeRequest } from '../arguments.ts';
import { allMarks, MarkFilter, openMarks } from '../marks.ts';
import { readBytes } from '../node-source.ts';
import type { StreamRequest } from './stream-arguments.ts';
import { type NextBlock, TimedBlocks } from './timed-blocks.ts';

/** Lines wait no longer than this, ... */
const LONGEST_WAIT_MS = 200;
/** ... nor do more bytes. */
const MOST_BYTES = 8 * 1024 * 1024;
/** What a format is found by. */
const HEAD_BYTES = 65_536;
const LF = 10;

interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly say: (text: string) => void;
  /** Called with what ends the stream as if its data had ended. */
  readonly onStop: (stop: () => void) => void;
}

type Request = Pick<AnalyzeRequest, 'settings' | 'marks' | 'showHidden'> &
  StreamRequest & { readonly detector: string };

/** Scores standard input as it comes, until it ends. @returns what was wrong with the detector or the first bytes */
export async function runStream(
  request: Request,
  { input, output, say, onStop }: Streams,
): Promise<Problem | undefined> {
  const detector = await loadDetector(request.detector);
  if (!detector.ok) return detector.problem;
  const marks = await openMarks(request.marks);
  if (!marks.ok) return marks.problem;
  const blocks = new TimedBlocks(input);
  onStop(() => blocks.stop());
  const head = await readHead(blocks);
  const { encoding, textAnyway } = request.settings;
  const how = { detector: detector.value, kernel: builtScanner(), now: Date.now(), encoding, textAnyway };
  const opened = await openStream(head, 'standard input', how);
  if (!opened.ok) return opened.problem;
  const stream = await newStream(detector.value, opened.value, request, say);
  const marked = new MarkFilter(allMarks(detector.value.marks ?? [], marks.value), stream.textOf);
  let evicted = 0;
  const write = async (found: readonly Finding[]) => {
    const shown = marked.shown(found);
    const findings = request.showHidden ? found : shown;
    if (evicted === 0 && stream.counts.evicted > 0) say(evictionText(request.mostOpen));
    evicted = stream.counts.evicted;
    if (findings.length > 0 && !output.write(findingsJsonLines(findings))) await drained(output);
  };
  await pump(stream, { ...opened.value, blocks, head, silence: silenceOf(detector.value, request), write });
  await write(await stream.end());
  sayCounts(stream, say);
  const hidden = marked.text(request.showHidden);
  if (hidden !== undefined) say(hidden);
  return undefined;
}

async function loadDetector(path: string): Promise<Outcome<Detector>> {
  const bytes = await readBytes(path);
  return bytes.ok ? readDetector(bytes.value, path, compilePattern) : bytes;
}

/** The first bytes, up to the end of a line if there is one soon. */
async function readHead(blocks: TimedBlocks): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const next = await blocks.next();
    if (typeof next === 'string') break;
    parts.push(next);
    bytes += next.length;
    if (next.includes(LF) || bytes >= HEAD_BYTES) break;
  }
  return new Uint8Array(Buffer.concat(parts));
}

async function newStream(
  detector: Detector,
  { source }: OpenedStream,
  { settings, idleSeconds, mostOpen }: Request,
  say: (text: string) => void,
): Promise<LogStream> {
  const model = new ModelEngine();
  await model.choose(settings.backend);
  await model.load(detector.weights);
  const idle = idleOf(detector, idleSeconds);
  if (detector.session.rule.by === 'identifier') say(`a session closes after ${idleText(detector, idle)} without it`);
  return new LogStream({
    detector,
    source,
    detect: detectOptions({ ...settings, sessionRule: 'auto' }),
    predict: (windows) => model.predict(windows),
    idle,
    mostOpen,
  });
}

function idleOf({ rhythm }: Detector, seconds: number | undefined): number {
  return rhythm.unit === 'milliseconds' && seconds !== undefined ? 1000 * seconds : usualIdle(rhythm);
}

function idleText({ rhythm }: Detector, idle: number): string {
  return rhythm.unit === 'milliseconds' ? formatDuration(idle) : `${formatNumberOf(idle, 'line')}, for want of times,`;
}

/** Where nothing at all comes for so long, nothing more will come of the sessions that are open; not told by lines. */
function silenceOf(detector: Detector, { idleSeconds }: Request): number | undefined {
  return detector.rhythm.unit === 'milliseconds' ? idleOf(detector, idleSeconds) : undefined;
}

interface Pumped extends Pick<OpenedStream, 'inUtf8'> {
  readonly blocks: TimedBlocks;
  readonly head: Uint8Array<ArrayBuffer>;
  readonly silence: number | undefined;
  readonly write: (findings: readonly Finding[]) => Promise<void>;
}

async function pump(stream: LogStream, { inUtf8, blocks, head, silence, write }: Pumped): Promise<void> {
  let bytes = 0;
  let since = performance.now();
  let isSilent = false;
  for (let next: NextBlock = head; next !== 'end'; next = await blocks.next(waitOf())) {
    if (next === 'nothing' && stream.waiting === 0) {
      isSilent = true;
      await write(await stream.endOfSilence());
      continue;
    }
    if (next !== 'nothing') {
      isSilent = false;
      if (bytes === 0) since = performance.now();
      bytes += next.length;
      stream.push(inUtf8(next));
    }
    if (bytes < MOST_BYTES && performance.now() - since < LONGEST_WAIT_MS) continue;
    bytes = 0;
    await write(await stream.flush());
  }

  function waitOf(): number | undefined {
    if (stream.waiting > 0) return Math.max(0, LONGEST_WAIT_MS - (performance.now() - since));
    return isSilent ? undefined : silence;
  }
}

function drained(output: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      output.off('drain', done).off('close', done);
      resolve();
    };
    output.once('drain', done).once('close', done);
  });
}

function evictionText(mostOpen: number): string {
  return `more than ${formatNumberOf(mostOpen, 'session')} are open: those silent longest are judged without how they end`;
}

function sayCounts({ counts }: LogStream, say: (text: string) => void): void {
  const { lines, sessions, flagged, evicted } = counts;
  say(`${formatNumberOf(lines, 'line')}, ${formatNumberOf(sessions, 'session')}, ${flagged} of them unusual`);
  if (evicted > 0) say(`${formatNumberOf(evicted, 'session')} made room for others before they closed`);
}

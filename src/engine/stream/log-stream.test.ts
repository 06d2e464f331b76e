import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { detectOptions } from '../../app/pipeline.ts';
import type { Settings } from '../../app/state.ts';
import type { Detector } from '../../bundle/detector.ts';
import { readDetector } from '../../bundle/read-detector.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { compilePattern } from '../../ingest/compile-pattern.ts';
import { generateLog, type Oddity, timedHeader } from '../generated-log.fixture.ts';
import { expectValue, TestPipeline } from '../pipeline.fixture.ts';
import { LogStream, type StreamCounts } from './log-stream.ts';
import { openStream } from './open-stream.ts';

const QUICK: Partial<Settings> = { epochs: 8, history: 3, backend: 'wasm' };
const DETECT = detectOptions({ falseAlarmsPerThousand: 1, candidates: 'auto' } as Settings);
const encoder = new TextEncoder();
const NEVER = Number.POSITIVE_INFINITY;

interface Learnt {
  readonly detector: Detector;
  readonly pipeline: TestPipeline;
  readonly bytes: Uint8Array;
}

async function learn(text: string, settings: Partial<Settings> = {}): Promise<Learnt> {
  const pipeline = new TestPipeline();
  await pipeline.open(text);
  await pipeline.group({ ...QUICK, ...settings });
  const { model } = await pipeline.train({ ...QUICK, ...settings });
  const bytes = await pipeline.data.saveDetector(model);
  return { detector: expectValue(readDetector(bytes, 'app.deeplog', compilePattern)), pipeline, bytes };
}

async function wholeFile({ pipeline, bytes }: Learnt, text: string): Promise<readonly Finding[]> {
  const score = await pipeline.openDetector(bytes);
  await pipeline.open(text);
  await pipeline.group();
  return (await score()).findings;
}

interface How {
  readonly idle?: number;
  readonly mostOpen?: number;
  /** Bytes at which blocks are cut, and blocks at which lines are looked at. */
  readonly cuts?: readonly number[];
}

async function stream(
  { detector, pipeline }: Learnt,
  bytes: Uint8Array<ArrayBuffer>,
  { idle = NEVER, mostOpen = 1000, cuts = [] }: How = {},
): Promise<{ findings: readonly Finding[]; counts: StreamCounts }> {
  await pipeline.model.choose('wasm');
  await pipeline.model.load(detector.weights);
  const opened = await openStream(bytes.slice(0, 2000), 'app.log', {
    detector,
    kernel: undefined,
    now: Date.UTC(2024, 5, 1),
  });
  const { source, inUtf8 } = expectValue(opened);
  const predict = (windows: Int32Array) => pipeline.model.predict(windows);
  const log = new LogStream({ detector, source, detect: DETECT, predict, idle, mostOpen });
  const findings: Finding[] = [];
  const ends = [...cuts].sort((a, b) => a - b);
  let from = 0;
  for (const [index, end] of [...ends, bytes.length].entries()) {
    log.push(inUtf8(bytes.subarray(from, end)));
    from = end;
    if (index % 3 === 1) findings.push(...(await log.flush()));
  }
  findings.push(...(await log.end()));
  return { findings, counts: log.counts };
}

/** In the order of their sessions, with the digits that do not depend on which windows the model was given at once. */
function rounded(findings: readonly Finding[]) {
  return findings
    .map((finding) => ({
      ...finding,
      score: finding.score.toFixed(3),
      probability: finding.probability.toFixed(4),
      expected: finding.expected.map(({ key, template }) => ({ key, template })),
    }))
    .sort((a, b) => a.firstLine - b.firstLine || a.session.localeCompare(b.session));
}

const ODD = new Map<number, Oddity>([
  [10, 'swapped'],
  [20, 'crash'],
  [30, 'early'],
]);
const normal = generateLog({ jobs: 110, header: timedHeader }).text;
const odd = generateLog({ jobs: 40, odd: ODD, seed: 9, header: timedHeader }).text;

describe('sessions by an identifier', () => {
  let learnt: Learnt;
  let expected: ReturnType<typeof rounded>;
  beforeAll(async () => {
    learnt = await learn(normal);
    expected = rounded(await wholeFile(learnt, odd));
  });

  test('however the bytes come, the findings are those of the whole file, with the places of their lines', async () => {
    expect(expected.map(({ cause }) => cause).sort()).toEqual(['ended-early', 'new-template', 'unexpected-key']);
    const bytes = encoder.encode(odd);
    const places = fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(places, async (cuts) => {
        expect(rounded((await stream(learnt, bytes, { cuts })).findings)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  test('a byte at a time, and with CR LF', async () => {
    const short = odd.split('\n').slice(0, 60).join('\r\n');
    const bytes = encoder.encode(short);
    const whole = rounded(await wholeFile(learnt, short));
    const cuts = Array.from(bytes.keys());
    expect(rounded((await stream(learnt, bytes, { cuts })).findings)).toEqual(whole);
    expect(whole.length).toBeGreaterThan(0);
  });

  test('sessions that close on the way are judged alike, in the order in which they close', async () => {
    const cuts = Array.from({ length: 30 }, (_, index) => 500 * index);
    const { findings, counts } = await stream(learnt, encoder.encode(odd), { idle: 20_000, cuts });
    expect(rounded(findings)).toEqual(expected);
    expect(counts).toMatchObject({ sessions: 40, open: 0, flagged: 3, evicted: 0, lines: odd.split('\n').length - 1 });
    const again = await stream(learnt, encoder.encode(odd), { idle: 20_000 });
    expect(again.findings).toEqual(findings);
  });

  test('a finding comes once its session has closed, not at the end', async () => {
    const { detector, pipeline } = learnt;
    const bytes = encoder.encode(odd);
    const { source } = expectValue(await openStream(bytes, 'app.log', { detector, kernel: undefined, now: 0 }));
    const predict = (windows: Int32Array) => pipeline.model.predict(windows);
    const log = new LogStream({ detector, source, detect: DETECT, predict, idle: 5000, mostOpen: 100 });
    log.push(bytes.subarray(0, bytes.length / 2));
    const [first] = await log.flush();
    expect(first).toMatchObject({ session: expected[0]?.session, line: expected[0]?.line });
    log.push(bytes.subarray(bytes.length / 2));
    await log.flush();
    expect(log.counts.open).toBeGreaterThan(0);
    await log.endOfSilence();
    expect(log.counts).toMatchObject({ open: 0, sessions: 40 });
  });

  test('where too many are open the one silent longest makes room, and how it ends is not judged', async () => {
    const { findings, counts } = await stream(learnt, encoder.encode(odd), { mostOpen: 1 });
    expect(counts.evicted).toBeGreaterThan(10);
    expect(findings.filter(({ cause }) => cause === 'ended-early')).toEqual([]);
    expect(findings.filter(({ cause }) => cause === 'new-template')).toHaveLength(1);
  });

  test('a very long line is one line, and those behind it keep their places', async () => {
    const at = odd.indexOf('\n', odd.length / 3) + 1;
    const long = `${odd.slice(0, at)}${'x y '.repeat(2_000_000)}\n${odd.slice(at)}`;
    const bytes = encoder.encode(long);
    const cuts = Array.from({ length: 120 }, (_, index) => 65_536 * index);
    const { findings } = await stream(learnt, bytes, { cuts });
    // New templates are numbered as they come, those of a whole file by how many lines they have.
    const unnumbered = (list: readonly Finding[]) => rounded(list).map((finding) => ({ ...finding, key: 0 }));
    expect(unnumbered(findings)).toEqual(unnumbered(await wholeFile(learnt, long)));
  });
});

test.each([
  ['windows of lines', { by: 'lines', lines: 20 }],
  ['spans of time', { by: 'time', milliseconds: 30_000 }],
] as const)('%s are judged as in the whole file', async (_, sessionRule) => {
  const learnt = await learn(normal, { sessionRule });
  const expected = rounded(await wholeFile(learnt, odd));
  expect(expected.length).toBeGreaterThan(0);
  const cuts = Array.from({ length: 25 }, (_unused, index) => 700 * index);
  expect(rounded((await stream(learnt, encoder.encode(odd), { cuts })).findings)).toEqual(expected);
});

test('what a detector ignores is in no session, and counts where lines are counted', async () => {
  const short = generateLog({ jobs: 40, header: timedHeader }).text;
  const pipeline = new TestPipeline();
  await pipeline.open(short);
  const template = (await pipeline.group()).templates[1]?.id ?? '';
  const templateEdits = [{ kind: 'ignore', template }] as const;
  const learnt = await learn(short, { sessionRule: { by: 'lines', lines: 20 }, templateEdits });
  const expected = rounded(await wholeFile(learnt, odd));
  expect(expected.length).toBeGreaterThan(0);
  const { findings, counts } = await stream(learnt, encoder.encode(odd), { cuts: [4000, 9000] });
  expect(rounded(findings)).toEqual(expected);
  expect(counts.sessions).toBe(Math.ceil((odd.split('\n').length - 1) / 20));
});

test('records of other formats, and text in other encodings', async () => {
  const asJson = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => `${JSON.stringify({ time: line.slice(0, 19), level: 'INFO', message: line.slice(33) })}\n`)
      .join('');
  const learnt = await learn(asJson(normal));
  expect(learnt.detector.records).toBeDefined();
  const json = asJson(odd);
  const expected = rounded(await wholeFile(learnt, json));
  const cuts = Array.from({ length: 25 }, (_, index) => 701 * index);
  expect(rounded((await stream(learnt, encoder.encode(json), { cuts })).findings)).toEqual(expected);
  const latin = Uint8Array.from(json, (letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0)));
  const { findings } = await stream(learnt, latin, { cuts });
  expect(findings.map(({ session }) => session).sort()).toEqual(expected.map(({ session }) => session).sort());
});

test('what is packed or no text is refused with a sentence', async () => {
  const learnt = await learn(normal);
  const packed = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0);
  const opened = await openStream(packed, 'standard input', { ...learnt, kernel: undefined, now: 0 });
  expect(opened).toMatchObject({ ok: false, problem: { code: 'compressed-file' } });
});

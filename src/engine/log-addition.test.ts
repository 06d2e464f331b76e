import { beforeAll, describe, expect, test } from 'vitest';
import { addLog } from '../app/add-log.ts';
import { DEFAULT_SETTINGS } from '../app/pipeline.ts';
import { readDetector } from '../bundle/read-detector.ts';
import type { Mark } from '../core/detect/marks/mark.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import type { OpenedDetector } from './data.api.ts';
import { generateLog, type Oddity, timedHeader } from './generated-log.fixture.ts';
import { expectValue, SILENT, TestPipeline } from './pipeline.fixture.ts';

const logOf = (odd: readonly (readonly [number, Oddity])[], seed: number, jobs = 60) =>
  generateLog({ jobs, odd: new Map(odd), seed, header: timedHeader }).text;

/** The same program, one version later: each job ends with one line more. */
function nextVersion(text: string): string {
  return text.replace(/^(.*worker: )Finished (job_\d+) after.*$/gm, '$&\n$1Cleaned up behind $2');
}

const OLD = logOf([[50, 'swapped']], 1);
const NEXT = nextVersion(logOf([[10, 'crash']], 2));
const LATER = nextVersion(logOf([[20, 'swapped']], 3, 40));
const SETTINGS = { ...DEFAULT_SETTINGS, backend: 'wasm', epochs: 20 } as const;

let detector: Uint8Array<ArrayBuffer>;

const briefly = ({ findings }: AnomalyReport) => findings.map(({ session, cause }) => [session, cause]);

async function add(marks: readonly Mark[] = [], to = detector) {
  const pipeline = new TestPipeline();
  const score = await pipeline.openDetector(to);
  await pipeline.open(NEXT, 'next.log');
  await pipeline.group();
  const found = await score(SETTINGS);
  const drift = await pipeline.data.drift();
  const added = await addLog(pipeline, SETTINGS, { name: 'a + b', marks }, SILENT);
  return { pipeline, found, drift, added, bytes: await pipeline.data.saveDetector(undefined, marks) };
}

async function scored(bytes: Uint8Array, text: string) {
  const pipeline = new TestPipeline();
  const score = await pipeline.openDetector(bytes);
  await pipeline.open(text, 'other.log');
  const { templates } = await pipeline.group();
  return { report: await score(SETTINGS), templates, drift: await pipeline.data.drift() };
}

beforeAll(async () => {
  const pipeline = new TestPipeline();
  await pipeline.open(OLD, 'old.log');
  await pipeline.group();
  const { model } = await pipeline.train(SETTINGS);
  detector = await pipeline.data.saveDetector(model);
});

describe('a log of the next version that is added to a detector', () => {
  let made: Awaited<ReturnType<typeof add>>;
  let opened: OpenedDetector;

  beforeAll(async () => {
    made = await add();
    opened = expectValue(made.added);
  });

  test('asked for it: its last line was new', () => {
    expect(made.drift?.verdict).toMatchObject({ trainAgain: true, sentence: expect.stringMatching(/^Train again: 1/) });
    expect(made.found.findings).toHaveLength(60);
    expect(opened.summary).toMatchObject({ name: 'a + b', trainedOn: 'old.log, next.log' });
  });

  test('is known from then on, and what is odd in a later one still is', async () => {
    const { report, templates, drift } = await scored(made.bytes, LATER);
    expect(briefly(report)).toEqual([['job_1140', 'unexpected-key']]);
    expect(templates.filter(({ isNew }) => isNew)).toEqual([]);
    expect(drift?.verdict.trainAgain).toBe(false);
  });

  test('leaves what was known before', async () => {
    const { report, templates } = await scored(made.bytes, OLD);
    // More held-out sessions than before tell the one odd session from the others.
    expect(briefly(report)).toEqual([['job_1350', 'unexpected-key']]);
    const old = await scored(detector, OLD);
    const texts = (rows: typeof templates) => rows.map(({ key, text }) => [key, text]);
    expect(texts(templates).slice(0, old.templates.length)).toEqual(texts(old.templates));
  });

  test('gives the same bytes for the same logs and seed, which read back as they are', async () => {
    expect((await add()).bytes).toEqual(made.bytes);
    const read = expectValue(readDetector(made.bytes, 'a', compilePattern));
    expect(read.trainedOn).toMatchObject({ sessions: 24 + 39 });
    // Each log held out a third; the session that crashed stands apart, and is not learnt from.
    expect(read.heldOut.probability.length + read.heldOut.unseen).toBe(12 + 20);
    expect(read.memory?.templates?.sessions).toBe(36 + 59);
    expect(read.memory?.training.total).toBe(read.training.windows);
  });
});

test('sessions that are called anomalous are not learnt, and marks stay', async () => {
  const mark = { session: 'job_1140', file: 'next.log', line: 1, firstLine: 1, lastLine: 5, note: '', time: 0 };
  const said = { ...mark, signature: undefined, verdict: 'anomaly', reach: 'session' } as const;
  const { bytes } = await add([said]);
  const read = expectValue(readDetector(bytes, 'a', compilePattern));
  expect(read.marks).toMatchObject([{ session: 'job_1140', verdict: 'anomaly' }]);
  expect(read.memory?.templates?.sessions).toBe(36 + 58);
});

test('an addition that ends before its time leaves the detector and what it found', async () => {
  const pipeline = new TestPipeline();
  const score = await pipeline.openDetector(detector);
  await pipeline.open(NEXT, 'next.log');
  await pipeline.group();
  const found = await score(SETTINGS);
  const listener = {
    ...SILENT,
    trained: () => {
      throw new Error('cancelled');
    },
  };
  await expect(addLog(pipeline, SETTINGS, { name: 'a', marks: [] }, listener)).rejects.toThrow('cancelled');
  expect(await pipeline.data.saveDetector(undefined)).toEqual(detector);
  expect(await pipeline.data.detect({ budget: 0.001, candidates: 'auto' })).toEqual(found);
});

test('templates that the detector ignores are events of no session in what it learns on', async () => {
  const pipeline = new TestPipeline();
  await pipeline.open(OLD, 'old.log');
  const { templates } = await pipeline.group();
  const finished = templates.find(({ text }) => text.startsWith('Finished'));
  if (finished === undefined) throw new Error('No template tells that a job is finished');
  await pipeline.group({ templateEdits: [{ kind: 'ignore', template: finished.id }] });
  const { model } = await pipeline.train({ ...SETTINGS, epochs: 2 });
  const { bytes } = await add([], await pipeline.data.saveDetector(model));
  const read = expectValue(readDetector(bytes, 'a', compilePattern));
  expect(read.byHand?.ignored).toEqual([finished.id]);
  expect(read.vocabulary).not.toContain(finished.key);
  expect((await scored(bytes, LATER)).templates.find(({ key }) => key === finished.key)).toMatchObject({
    isIgnored: true,
  });
});

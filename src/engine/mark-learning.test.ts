import { beforeAll, describe, expect, test } from 'vitest';
import { learnMarks } from '../app/learn-marks.ts';
import { DEFAULT_SETTINGS } from '../app/pipeline.ts';
import type { Mark } from '../core/detect/marks/mark.ts';
import { markOn } from '../core/detect/marks/marks.fixture.ts';
import type { AnomalyReport } from '../core/report/anomaly-report.ts';
import type { TrainedKeyModel } from '../core/sequence/key-model.ts';
import { generateLog, type Oddity } from './generated-log.fixture.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const ODD: ReadonlyMap<number, Oddity> = new Map([
  [80, 'early'],
  [88, 'swapped'],
  [95, 'swapped'],
]);
const TEXT = generateLog({ jobs: 110, odd: ODD }).text;
const OPTIONS = { budget: 0.001, candidates: 'auto' } as const;
const pipeline = new TestPipeline();
let model: TrainedKeyModel;
let before: AnomalyReport;
let swapped: readonly Mark[];

const learn = async (marks: readonly Mark[], threads = pipeline) =>
  learnMarks(threads, model.weights, marks, { ...DEFAULT_SETTINGS, backend: 'wasm' }, () => undefined);
const flagged = async () => (await pipeline.data.detect(OPTIONS)).findings.map(({ session }) => session);

beforeAll(async () => {
  await pipeline.open(TEXT);
  await pipeline.group();
  ({ model, anomalies: before } = await pipeline.train({ epochs: 12 }));
  swapped = before.findings
    .filter(({ session }) => session === 'job_1616')
    .map((found) => markOn(found, { reach: 'session' }));
});

describe('learning from marks', () => {
  test('takes away what is called normal and what is like it, once it is accepted', async () => {
    expect(swapped).toHaveLength(1);
    const { report, weights } = expectValue(await learn(swapped));
    expect(report).toMatchObject({ normal: 1, anomalous: 0, stays: 0, flagged: { before: before.findings.length } });
    expect(report.gone.map(({ session, isMarked }) => [session, isMarked])).toEqual([
      ['job_1665', false],
      ['job_1616', true],
    ]);
    expect(await flagged()).toEqual(before.findings.map(({ session }) => session));
    expect(await pipeline.data.acceptLearning()).toEqual({
      kept: [
        { number: 0, marked: 0 },
        { number: 1, marked: 1 },
      ],
      current: 1,
    });
    expect(await flagged()).toEqual(['job_1560']);
    const saved = await pipeline.data.saveDetector({ ...model, weights });
    expect(expectValue(await learn([])).report).toMatchObject({ normal: 1, flagged: { before: 1, after: 1 } });
    await pipeline.data.discardLearning();
    const sets = expectValue(await pipeline.data.windows(10));
    expect((await pipeline.data.rollBack(0)).current).toBe(0);
    expect(await pipeline.data.detect(OPTIONS)).toEqual(before);
    expect(expectValue(await pipeline.data.windows(10)).training.total).toBeLessThan(sets.training.total);
    const other = new TestPipeline();
    const score = await other.openDetector(saved);
    await other.open(TEXT);
    await other.group();
    const found = (await score()).findings.map(({ session }) => session);
    expect([found.includes('job_1560'), found.includes('job_1616'), found.includes('job_1665')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('works with an opened detector too, which can then be saved with what it learnt', async () => {
    const opened = new TestPipeline();
    const score = await opened.openDetector(await pipeline.data.saveDetector(model));
    await opened.open(TEXT);
    await opened.group();
    const found = async () => (await opened.data.detect(OPTIONS)).findings.map(({ session }) => session);
    const first = (await score()).findings.map(({ session }) => session);
    expect(first).toEqual(expect.arrayContaining(['job_1560', 'job_1616', 'job_1665']));
    const tried = await learn(swapped, opened);
    const { report, weights } = expectValue(tried);
    expect(report).toMatchObject({ normal: 1, stays: 0, heldOut: 0 });
    expect(report.gone.map(({ session }) => session)).toEqual(['job_1665', 'job_1616']);
    expect(await found()).toEqual(first);
    expect(await opened.data.acceptLearning()).toMatchObject({ current: 1 });
    expect(await found()).toEqual(['job_1560']);
    const saved = await opened.data.saveDetector({ ...model, weights }, swapped);
    await opened.data.rollBack(0);
    expect(await found()).toEqual(first);
    const next = new TestPipeline();
    const scoreNext = await next.openDetector(saved);
    await next.open(TEXT);
    await next.group();
    expect((await scoreNext()).findings.map(({ session }) => session)).toEqual(['job_1560']);
  });

  test('changes nothing where it is discarded, and gives the same again', async () => {
    const first = expectValue(await learn(swapped));
    await pipeline.data.discardLearning();
    expect(await pipeline.data.detect(OPTIONS)).toEqual(before);
    expect(expectValue(await learn(swapped))).toEqual(first);
    await pipeline.data.discardLearning();
  });

  test('needs a mark on a session of the log', async () => {
    const gone = swapped.map((mark) => ({ ...mark, session: 'gone' }));
    expect(await learn(gone)).toMatchObject({ ok: false, problem: { code: 'nothing-to-learn' } });
  });

  test('keeps ten versions, the trained one among them', async () => {
    for (let version = 0; version < 11; version++) {
      expectValue(await pipeline.data.beginLearning(swapped, version));
      await pipeline.data.acceptLearning();
    }
    const { kept, current } = await pipeline.data.rollBack(0);
    expect([kept.length, kept[0]?.number, current]).toEqual([10, 0, 0]);
  });
});

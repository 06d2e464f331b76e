import { describe, expect, test } from 'vitest';
import type { ComparedRow } from '../../core/report/comparison-report.ts';
import { generateLog, type Oddity, timedHeader } from '../generated-log.fixture.ts';
import { TestPipeline } from '../pipeline.fixture.ts';

const log = (seed: number, odd: ReadonlyMap<number, Oddity> = new Map()) =>
  generateLog({ jobs: 120, odd, seed, header: timedHeader }).text;

/** Every third job crashes, and every tenth ends early. */
const BAD: ReadonlyMap<number, Oddity> = new Map(
  [...Array(120).keys()].flatMap((job): [number, Oddity][] => {
    if (job % 3 === 0) return [[job, 'crash']];
    return job % 10 === 1 ? [[job, 'early']] : [];
  }),
);

async function compared(before: string, after: string) {
  const pipeline = new TestPipeline();
  await pipeline.open(before);
  await pipeline.group();
  const kept = await pipeline.data.keepBaseline();
  await pipeline.open(after);
  await pipeline.group();
  return { data: pipeline.data, kept, outcome: await pipeline.data.comparison() };
}

const told = ({ change, texts }: ComparedRow) => `${change}: ${texts.map((text) => text.split(' ')[0]).join(' > ')}`;

test('before a baseline is kept there is no comparison', async () => {
  const pipeline = new TestPipeline();
  expect(await pipeline.data.comparison()).toBeUndefined();
  await pipeline.open(log(1));
  await pipeline.group();
  expect(await pipeline.data.comparison()).toBeUndefined();
  expect(await pipeline.data.comparedSessions({ from: -1, to: -1 })).toEqual({ total: 0, rows: [] });
});

test('a log of the same program does not differ', async () => {
  const { kept, outcome } = await compared(log(1), log(2));
  expect(kept).toMatchObject({ lines: 600, by: 'job_<*>' });
  expect(outcome).toMatchObject({ ok: true, value: { alike: 1, rows: [], tested: { templates: 5, steps: 4 } } });
});

test('what crashes appears as a template and as steps around it; its sessions are those of the log', async () => {
  const { data, outcome } = await compared(log(1), log(2, BAD));
  if (!outcome?.ok) throw new Error('no comparison');
  const rows = outcome.value.rows.map(told);
  expect(rows).toContain('appeared: Disk');
  expect(rows).toContain('less: Writing');
  expect(rows).toContain('appeared: Transforming > Disk');
  const crash = outcome.value.rows.find((row) => told(row) === 'appeared: Disk');
  expect(crash).toMatchObject({ is: 'template', sure: true, log: { part: 40 }, baseline: { part: 0 } });
  const { total, rows: sessions } = await data.comparedSessions(crash?.what ?? { from: -1, to: -1 });
  expect(total).toBe(40);
  expect(sessions[0]).toMatchObject({ session: 'job_1000' });
});

test('a statement that was reworded appears beside what it was', async () => {
  const { outcome } = await compared(log(1), log(2).replaceAll('Transforming', 'Converting'));
  if (!outcome?.ok) throw new Error('no comparison');
  const { rows } = outcome.value;
  const reworded = rows.find((row) => told(row) === 'appeared: Converting');
  expect(reworded).toMatchObject({ sure: true, like: expect.stringMatching(/^Transforming/) });
  expect(rows.map(told)).toContain('vanished: Transforming');
});

test('a baseline that is dropped is compared with no more', async () => {
  const { data } = await compared(log(1), log(2));
  await data.dropBaseline();
  expect(await data.comparison()).toBeUndefined();
});

test('a log of another program is refused in one sentence', async () => {
  const other = Array.from({ length: 100 }, (_, at) => {
    const id = `job_${1000 + (at >> 2)}`;
    return `2024-05-01 10:00:${10 + (at % 40)} INFO worker: heap of ${id} compacted, generation ${at % 4} swept clean`;
  });
  const { outcome } = await compared(log(1), other.join('\n'));
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'other-shape' } });
});

test('sessions by another rule are refused in one sentence', async () => {
  const pipeline = new TestPipeline();
  await pipeline.open(log(1));
  await pipeline.group();
  await pipeline.data.keepBaseline();
  await pipeline.data.group({ rule: { by: 'lines', lines: 50 }, trainingShare: 0.6 });
  const outcome = await pipeline.data.comparison();
  expect(outcome).toMatchObject({
    ok: false,
    problem: { message: expect.stringContaining('are by job_<*>, those of') },
  });
});

describe('one log before and after a time', () => {
  /** From the 60th of 120 jobs on every third crashes. A job begins every two seconds. */
  const CRASHES = new Map([...Array(20).keys()].map((at): [number, Oddity] => [60 + 3 * at, 'crash']));
  const NOON = Date.UTC(2024, 4, 1, 10) + 60 * 2000;

  async function grouped(text: string) {
    const pipeline = new TestPipeline();
    await pipeline.open(text);
    await pipeline.group();
    return pipeline.data;
  }

  test('what appears behind it is listed, with sessions from then on; what was running is left out', async () => {
    const data = await grouped(log(2, CRASHES));
    const outcome = await data.comparisonAt(NOON);
    if (!outcome?.ok) throw new Error('no comparison');
    const { baseline, log: after, running = 0, rows } = outcome.value;
    expect(baseline.name).toMatch(/ before 2024-05-01 10:02:00$/);
    expect(running).toBeGreaterThan(0);
    const crash = rows.find((row) => told(row) === 'appeared: Disk');
    expect(crash).toMatchObject({ sure: true, baseline: { part: 0, whole: baseline.sessions } });
    expect(crash?.is === 'template' && crash.log.whole).toBe(after.sessions);
    const finished = rows.find((row) => told(row) === 'less: Writing');
    const { total } = await data.comparedSessions(finished?.what ?? { from: -1, to: -1 });
    expect(total).toBe(finished?.is === 'template' ? finished.log.part : -1);
  });

  test.each([
    ['before the log begins', Date.UTC(2023, 0, 1), /is not within .*, which lasts from 2024-05-01 10:00:00 to/],
    ['where hardly a session had ended', NOON - 110_000, /^Only \d whole sessions? of .* before/],
  ])('%s: one sentence', async (_, time, message) => {
    const data = await grouped(log(1));
    expect(await data.comparisonAt(time)).toMatchObject({
      ok: false,
      problem: { code: 'no-sessions', message: expect.stringMatching(message) },
    });
  });

  test('in a log without times: one sentence', async () => {
    const data = await grouped(generateLog({ jobs: 30 }).text);
    expect(await data.comparisonAt(NOON)).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/carries no times/) },
    });
  });
});

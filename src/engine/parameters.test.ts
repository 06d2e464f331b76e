import { beforeAll, describe, expect, test } from 'vitest';
import type { LogKey } from '../core/base/brand.ts';
import type { TemplateParameters } from '../core/drain/template-parameters.ts';
import { generateLog, timedHeader } from './generated-log.fixture.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const JOBS = 600;
const LOG = generateLog({ jobs: JOBS, header: timedHeader });
const LINES = LOG.text.split('\n');

describe('a log of jobs', () => {
  const pipeline = new TestPipeline();
  const keys = new Map<string, LogKey>();
  const parametersOf = async (text: string): Promise<TemplateParameters> =>
    expectValue(await pipeline.data.parameters(keys.get(text) as LogKey));

  beforeAll(async () => {
    await pipeline.open(LOG.text);
    const { templates } = await pipeline.group();
    for (const { text, key } of templates) keys.set(text, key);
  });

  test('each wildcard of a template has a type and its values', async () => {
    const { total, read, unreadable, parameters } = await parametersOf('Finished <*> after <*> ms');
    expect([total, read, unreadable]).toEqual([JOBS, 512, 0]);
    expect(parameters.map(({ type, distinct, place }) => ({ type, distinct, place }))).toEqual([
      { type: 'id', distinct: { count: expect.any(Number), precision: 'about' }, place: { start: 9, end: 12 } },
      { type: 'duration', distinct: expect.anything(), place: { start: 19, end: 25 } },
    ]);
    const { min, median, p95, max } = parameters[1]?.numbers ?? { min: -1, median: -1, p95: -1, max: -1 };
    expect(min >= 0 && max < 5000 && min < median && median < p95 && p95 <= max).toBe(true);
    const all = LINES.flatMap((line) => /after (\d+) ms/.exec(line)?.[1] ?? []).map(Number);
    expect([parameters[1]?.numbers?.isExact, min, max]).toEqual([true, Math.min(...all), Math.max(...all)]);
    const first = parameters[0]?.examples[0];
    expect(LINES[first?.line ?? -1]).toContain(`Finished ${first?.text} after`);
  });

  test('few values are counted with their shares', async () => {
    const { parameters } = await parametersOf('Transforming all of <*> in <*> parts – naïvely');
    expect(parameters[1]).toMatchObject({ type: 'number', distinct: { count: 8 }, numbers: { min: 1, max: 8 } });
    const top = parameters[1]?.top ?? [];
    expect(top.map(({ text }) => Number(text)).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(top.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  test('what stands under the wildcards of any line is read back', async () => {
    const line = LINES.findIndex((text) => text.includes('Accepted job_1070 from'));
    const { key, values } = expectValue(await pipeline.data.lineParameters(line + 1));
    expect(key).toBe(keys.get('Accepted <*> from <*>'));
    expect(values).toEqual(['job_1070', LINES[line]?.split(' ').at(-1)]);
  });
});

test('odd values and long lines are told as what they are', async () => {
  const pipeline = new TestPipeline();
  const odd = ['__proto__', '\u202eabc', 'a<b>x', 'root', 'x'.repeat(10_000)];
  const lines = Array.from(
    { length: 200 },
    (_, i) => `job_${i >> 1} ${i % 2 ? 'ends' : 'begins'} for user ${odd[i % 5]} now`,
  );
  await pipeline.open(`${lines.join('\n')}\n\n`);
  const { templates } = await pipeline.group();
  const template = templates.find(({ text }) => text.includes('begins'));
  const { read, unreadable, parameters } = expectValue(await pipeline.data.parameters(template?.key as LogKey));
  expect([read, unreadable]).toEqual([100, 0]);
  const { type, top } = parameters.at(-1) ?? { type: undefined, top: [] };
  expect(type).toBe('enum');
  expect(top.map(({ text, isCut, count }) => [text, isCut, count]).sort()).toEqual([
    ['__proto__', false, 20],
    ['a<b>x', false, 20],
    ['root', false, 20],
    ['x'.repeat(120), true, 20],
    ['\u202eabc', false, 20],
  ]);
  expect(expectValue(await pipeline.data.lineParameters(201))).toEqual({ key: -1, values: [] });
  expect(expectValue(await pipeline.data.lineParameters(5)).values?.at(-1)).toBe('x'.repeat(10_000));
});

test('numbers of a template are not exact where a few lines have another unit', async () => {
  const pipeline = new TestPipeline();
  const took = (i: number) => (i === 701 ? '3 s' : `${i} ms`);
  await pipeline.open(Array.from({ length: 1400 }, (_, i) => `job_${i >> 1} took ${took(i)} of ${2 * i}`).join('\n'));
  const { templates } = await pipeline.group();
  const key = templates.find(({ text }) => text.startsWith('<*> took'))?.key as LogKey;
  const { parameters } = expectValue(await pipeline.data.parameters(key));
  expect(parameters.slice(1).map(({ numbers }) => numbers?.isExact)).toEqual([false, true]);
  expect(parameters[2]?.numbers).toMatchObject({ min: 0, max: 2798 });
});

test.each(['job 17 of <*> is done', 'took <*> ms and is done'])(
  '%s: distinct values are estimated from all lines',
  async (text) => {
    const pipeline = new TestPipeline();
    const lines = Array.from({ length: 5000 }, (_, i) =>
      text.replace('<*>', `${text[0] === 'j' ? 'id-' : ''}${i % 3000}`),
    );
    await pipeline.open(lines.join('\n'));
    const { templates } = await pipeline.group();
    const key = templates.find(({ count }) => count === 5000)?.key as LogKey;
    const { parameters } = expectValue(await pipeline.data.parameters(key));
    const { count, precision } = parameters.at(-1)?.distinct ?? { count: 0, precision: undefined };
    expect(precision).toBe('about');
    expect(Math.abs(count / 3000 - 1)).toBeLessThan(0.4);
  },
);

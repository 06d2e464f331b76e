import { expect, test } from 'vitest';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

const JOBS = Array.from({ length: 60 }, (_, at) => at);
const clock = (at: number) => `10:${String(at).padStart(2, '0')}`;

test('the component of lines, by their header', async () => {
  const { data } = new TestPipeline();
  const lines = JOBS.map((at) => `2024-05-01 ${clock(at)}:00 INFO app.part${at % 3}: job_${at} is done after ${at} ms`);
  const { header } = expectValue(
    await data.open([new File([`${lines.join('\n')}\nno header here\n`], 'a.log')], () => undefined),
  );
  expect(header.component).toBe('component');
  expect(expectValue(await data.components([1, 3, 61]))).toEqual(['app.part0', 'app.part2', undefined]);
});

test('of JSON records, by the field that names it', async () => {
  const { data } = new TestPipeline();
  const lines = JOBS.map((at) =>
    JSON.stringify({
      time: `2024-05-01T${clock(at)}:00Z`,
      level: 'info',
      logger: `part${at % 2}`,
      msg: `job ${at} done`,
    }),
  );
  const { header } = expectValue(await data.open([new File([lines.join('\n')], 'a.json')], () => undefined));
  expect(header.component).toBe('logger');
  expect(expectValue(await data.components([2, 1]))).toEqual(['part1', 'part0']);
});

test('of a table, by its column', async () => {
  const { data } = new TestPipeline();
  const lines = JOBS.map((at) => `2024-05-01T${clock(at)}:00Z,info,"svc, ${at % 2}",job ${at} is done`);
  const text = `time,level,service,message\n${lines.join('\n')}`;
  const { header } = expectValue(await data.open([new File([text], 'a.csv')], () => undefined));
  expect(header.component).toBe('service');
  expect(expectValue(await data.components([3]))).toEqual([expect.stringMatching(/^svc, [01]$/)]);
});

test('a log without such a column has none', async () => {
  const { data } = new TestPipeline();
  const lines = JOBS.map((at) => `job_${at} is done`);
  const { header } = expectValue(await data.open([new File([lines.join('\n')], 'a.log')], () => undefined));
  expect(header.component).toBeUndefined();
  expect(expectValue(await data.components([1]))).toEqual([undefined]);
});

import { beforeAll, expect, test } from 'vitest';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

/** Jobs of two lines; the last one has values that no other has. */
const jobs = Array.from({ length: 120 }, (_, job) => {
  const odd = job === 119;
  return [
    `job_${1000 + job} opened by user ${odd ? 'mallory' : ['root', 'bob'][job % 2]} now`,
    `job_${1000 + job} read ${odd ? 90_000 : 100 + job} bytes`,
  ];
});
const pipeline = new TestPipeline();

beforeAll(async () => {
  await pipeline.open(jobs.flat().join('\n'));
  await pipeline.group();
});

const values = async (line: number) => expectValue(await pipeline.data.lineValues(line));

test('a number beside the range of normal lines', async () => {
  const [id, bytes] = await values(240);
  expect(id).toMatchObject({ text: 'job_1119', compared: [] });
  expect(bytes).toMatchObject({
    text: '90000 bytes',
    compared: [{ kind: 'amount', unit: 'bytes', value: 90_000, min: 100, count: expect.any(Number) }],
  });
  const [amount] = bytes?.compared ?? [];
  expect(amount?.kind === 'amount' && amount.max < 220).toBe(true);
});

test('a word beside the usual ones', async () => {
  expect((await values(239)).at(-1)).toMatchObject({
    text: 'mallory',
    compared: [{ kind: 'name', seen: 0, usual: [{ word: 'root' }, { word: 'bob' }] }],
  });
});

test('without sessions there is nothing to compare with', async () => {
  await expect(new TestPipeline().data.lineValues(1)).rejects.toThrow('no sessions yet');
});

import { expect, test } from 'vitest';
import { looksLikeLabels, readLabels } from './labels.ts';

const file = (text: string, name = 'labels.csv') => new File([text], name);
const looks = (text: string, name = 'a.csv') => looksLikeLabels(file(text, name));

test.each([
  ['commas', 'id,Label\r\n"blk,1",Normal\r\nblk_2,Anomaly\r\n'],
  ['semicolons', 'id;Label\n"blk,1";Normal\nblk_2;Anomaly\n'],
  ['tabs', 'id\tLabel\nblk,1\tNormal\nblk_2\tAnomaly\n'],
  ['spaces', 'blk,1 Normal\nblk_2 Anomaly\n'],
])('%s stand between columns', async (_, text) => {
  const labels = await readLabels(file(text));
  expect(labels.ok && [...labels.value.isAnomalous]).toEqual([
    ['blk,1', false],
    ['blk_2', true],
  ]);
  expect(await looks(text)).toBe(true);
});

test('a quote that does not close swallows nothing', async () => {
  const rows = Array.from({ length: 50 }, (_, at) => `${at === 3 ? '"' : ''}s${at},${at % 2 ? 'Normal' : 'Anomaly'}`);
  const labels = await readLabels(file(['id,label', ...rows].join('\n')));
  expect(labels.ok && labels.value.isAnomalous.size).toBe(50);
});

test('what else it is, is told', async () => {
  expect(await readLabels(file('id,state\na,ok\n'))).toMatchObject({
    ok: false,
    problem: { code: 'bad-labels', message: expect.stringContaining('labels.csv has no column of labels') },
  });
});

test('a file named for labels is meant as such, also where it holds none', async () => {
  expect(await looks('id,state\na,ok\n', 'block_labels.csv')).toBe(true);
  expect(await looks('', 'Label.txt')).toBe(true);
  expect(await looks('id,state\na,ok\n', 'labelled.csv')).toBe(false);
  expect(await looks('1 2 3 4 5 6\n', 'labels.csv')).toBe(false);
  expect(await readLabels(file(''))).toMatchObject({ problem: { message: expect.stringContaining('csv is empty') } });
});

test('a file that cannot be read any more is told', async () => {
  const gone = file('id,label\na,Normal');
  gone.text = () => Promise.reject(new Error('NotReadableError'));
  expect(await readLabels(gone)).toMatchObject({ ok: false, problem: { code: 'unreadable-file' } });
});

test('logs are no labels', async () => {
  expect(await looks('2024-01-01 12:00:00 INFO all is normal\n2024-01-01 12:00:01 INFO all is normal\n')).toBe(false);
  expect(await looks('LineId,Label,Content\n1,-,a\n2,-,b\n')).toBe(false);
  expect(await looks('1 5 5 5 11 9\n1 5 5 22 11 9\n')).toBe(false);
  expect(await looks('')).toBe(false);
  expect(await looks('time,level,Label,message,x,y,z\n1,INFO,-,a,,,\n')).toBe(false);
});

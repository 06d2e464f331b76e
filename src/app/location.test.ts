import { expect, test } from 'vitest';
import { readAddress, searchWithPeriod } from './location.ts';

const PERIOD = { from: Date.UTC(2024, 2, 5, 10), to: Date.UTC(2024, 2, 6) };

test('the address asks for a sample, a backend, a training period and a view', () => {
  const search = '?sample=hdfs&backend=wasm&train-from=2024-03-05T10:00&train-to=2024-03-06';
  expect(readAddress(search, '#/anomalies')).toEqual({
    sample: 'hdfs',
    backend: 'wasm',
    trainingPeriod: PERIOD,
    view: 'anomalies',
  });
});

test('what the address does not know is ignored', () => {
  expect(readAddress('?backend=quantum&train-from=noon', '#/__proto__')).toEqual({
    sample: undefined,
    backend: undefined,
    trainingPeriod: undefined,
    view: undefined,
  });
});

test('the address holds the training period, and nothing else of it changes', () => {
  const written = searchWithPeriod('?sample=hdfs', { by: 'time', period: PERIOD });
  expect(written).toBe('?sample=hdfs&train-from=2024-03-05T10:00:00.000Z&train-to=2024-03-06T00:00:00.000Z');
  expect(readAddress(written, '').trainingPeriod).toEqual(PERIOD);
  expect(searchWithPeriod(written, { by: 'lines', period: { from: 4, to: 9 } })).toBe(
    '?sample=hdfs&train-from=5&train-to=9',
  );
  expect(searchWithPeriod(written, undefined)).toBe('?sample=hdfs');
  expect(searchWithPeriod('?train-to=5', undefined)).toBe('');
});

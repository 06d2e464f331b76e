import { expect, test } from 'vitest';
import { readAddress } from './location.ts';

test('the address asks for a sample, a backend and a view', () => {
  expect(readAddress('?sample=hdfs&backend=wasm', '#/anomalies')).toEqual({
    sample: 'hdfs',
    backend: 'wasm',
    view: 'anomalies',
  });
});

test('what the address does not know is ignored', () => {
  expect(readAddress('?backend=quantum', '#/__proto__')).toEqual({
    sample: undefined,
    backend: undefined,
    view: undefined,
  });
});

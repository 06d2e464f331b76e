import { expect, test } from 'vitest';
import { measureText } from './measure-text.ts';

test('writes amounts with their unit', () => {
  const texts = (
    [
      ['', 67_108_864],
      ['%', 12.5],
      ['ms', 1250],
      ['bytes', 1024],
      ['bytes/s', 2e6],
    ] as const
  ).map(([unit, value]) => measureText(value, unit).replaceAll('\u00a0', ' '));
  expect(texts).toEqual(['67,108,864', '12.5 %', '1.25 s', '1.02 kB', '2 MB/s']);
});

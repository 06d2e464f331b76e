import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMeasure, type Unit } from './measure.ts';

const AMOUNTS: readonly (readonly [text: string, value: number, unit: Unit])[] = [
  ['0', 0, ''],
  ['-12', -12, ''],
  ['+3.50', 3.5, ''],
  ['.5', 0.5, ''],
  ['1,234,567', 1_234_567, ''],
  ['6.02e23', 6.02e23, ''],
  ['-1.5E-3', -0.0015, ''],
  ['0x1f', 31, ''],
  ['0XFFFFFFFF', 4_294_967_295, ''],
  ['45%', 45, '%'],
  ['99.5 %', 99.5, '%'],
  ['12ms', 12, 'ms'],
  ['1.5 sec', 1500, 'ms'],
  ['3 Seconds', 3000, 'ms'],
  ['250us', 0.25, 'ms'],
  ['250µs', 0.25, 'ms'],
  ['7 ns', 7e-6, 'ms'],
  ['2 h', 7_200_000, 'ms'],
  ['1 day', 86_400_000, 'ms'],
  ['00:01:02', 62_000, 'ms'],
  ['0:00:00.250', 250, 'ms'],
  ['100:00:00,5', 360_000_500, 'ms'],
  ['1h2m3.5s', 3_723_500, 'ms'],
  ['3 min 20 s', 200_000, 'ms'],
  ['5 bytes', 5, 'bytes'],
  ['1945.0 B', 1945, 'bytes'],
  ['10 KB', 10_000, 'bytes'],
  ['10kb', 10_000, 'bytes'],
  ['1.5 MiB', 1_572_864, 'bytes'],
  ['2GB', 2e9, 'bytes'],
  ['3 MB/s', 3e6, 'bytes/s'],
];

test.each(AMOUNTS)('%s', (text, value, unit) => {
  const measure = readMeasure(text);
  expect(measure?.unit).toBe(unit);
  expect(measure?.value).toBeCloseTo(value, 9);
});

test.each([
  '',
  '-',
  '.',
  'e5',
  'ms',
  '%',
  'blk_12',
  '12:34',
  '00:61:00',
  '1.2.3',
  '1,23',
  '512m',
  '10K',
  '5 S',
  '12 apples',
  '12 ms later',
  '3 min 20 apples',
  '0x123456789',
  '1608999687919862906',
  'NaN',
  'Infinity',
  '1e999',
  '__proto__',
  '1 __proto__',
  '١٢',
  `${'1'.repeat(10_000)}x`,
])('%j is no amount', (text) => {
  expect(readMeasure(text)).toBeUndefined();
});

test('the scale says how a plain number of the value becomes its amount', () => {
  expect(['7', '12 s', '3 KiB', '5%'].map((text) => readMeasure(text)?.scale)).toEqual([1, 1000, 1024, 1]);
  expect(['00:01:02', '1h2m', '0x10'].map((text) => readMeasure(text)?.scale)).toEqual([NaN, NaN, NaN]);
});

test('reads any number as JavaScript writes it, and never one that is not finite', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      fc.pre(Math.abs(number) < 1e15 || Math.abs(number) > 1e21);
      expect(readMeasure(String(number))?.value).toBe(Number(String(number)));
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      const measure = readMeasure(text);
      expect(measure === undefined || Number.isFinite(measure.value)).toBe(true);
    }),
  );
});

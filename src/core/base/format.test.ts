import { expect, test } from 'vitest';
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatNumber,
  formatNumberOf,
  formatProbability,
  formatSeconds,
  formatShare,
  formatTime,
} from './format.ts';

/** Numbers and units are joined by a space that does not break. */
const spaced = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0'],
  [4519, '4,519'],
  [1_234_567, '1,234,567'],
  [Number.NaN, '–'],
])('count %d', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

test('one is singular', () => {
  expect(formatNumberOf(1, 'line')).toBe('1 line');
  expect(formatNumberOf(0, 'line')).toBe('0 lines');
});

test.each([
  [0, '0 %'],
  [0.00001, '< 0.01 %'],
  [0.00066, '0.066 %'],
  [0.0312, '3.1 %'],
  [0.145, '14.5 %'],
  [0.9993, '99.9 %'],
  [0.99999, '> 99.9 %'],
  [1, '100 %'],
])('share %d', (share, text) => {
  expect(spaced(formatShare(share))).toBe(text);
});

test.each([
  [0.71, '71 %'],
  [0.041, '4.1 %'],
  [0.00003, '0.003 %'],
  [1e-7, '0.00001 %'],
  [0, '< 0.00001 %'],
  [0.9999, '> 99 %'],
  [1, '100 %'],
])('probability %d', (probability, text) => {
  expect(spaced(formatProbability(probability))).toBe(text);
});

test('times are in UTC, with milliseconds where there are any', () => {
  expect(formatTime(Date.UTC(2008, 10, 9, 20, 36, 15))).toBe('2008-11-09 20:36:15');
  expect(formatTime(Date.UTC(2008, 10, 9, 20, 36, 15, 7))).toBe('2008-11-09 20:36:15.007');
  expect(formatTime(Number.NaN)).toBe('–');
});

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [640_412, '640 kB'],
  [42_300_000, '42.3 MB'],
  [1.5e9, '1.5 GB'],
])('bytes %d', (bytes, text) => {
  expect(spaced(formatBytes(bytes))).toBe(text);
});

test.each([
  [0.41, '0.4 s'],
  [9.96, '10 s'],
  [59.6, '1 min 0 s'],
  [200, '3 min 20 s'],
  [3599.7, '1 h 0 min'],
  [7500, '2 h 5 min'],
  [Number.POSITIVE_INFINITY, '–'],
])('seconds %d', (seconds, text) => {
  expect(spaced(formatSeconds(seconds))).toBe(text);
});

test.each([
  [0, '0'],
  [67_108_864, '67,108,864'],
  [-12.5, '-12.5'],
  [1234.56789, '1,234.57'],
  [0.00025, '0.00025'],
  [1.234e-7, '1.23e-7'],
  [6.02e23, '6.02e+23'],
  [Number.NaN, '–'],
])('number %d', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test.each([
  [0, '0 ms'],
  [0.00035, '350 ns'],
  [0.25, '250 µs'],
  [12, '12 ms'],
  [999.5, '1,000 ms'],
  [1250, '1.25 s'],
  [9960, '10 s'],
  [200_000, '3 min 20 s'],
  [-12, '-12 ms'],
  [Number.NaN, '–'],
])('duration of %d ms', (duration, text) => {
  expect(spaced(formatDuration(duration))).toBe(text);
});

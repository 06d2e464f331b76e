import { expect, test } from 'vitest';
import { barChart } from './bar-chart.ts';

test('bars stand on the axis, as high as their share of the highest', () => {
  const { markup } = barChart('Lines', [
    { label: '10:00', value: 5 },
    { label: '<10:01>', value: 10 },
    { label: '10:02', value: 0 },
  ]);
  const bars = [...markup.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="[\d.]+" height="([\d.]+)">/g)];
  const [x, y, height] = [1, 2, 3].map((part) => bars.map((bar) => Number(bar[part])));
  expect(x).toEqual([...(x ?? [])].sort((a, b) => a - b));
  expect(height).toEqual([47, 94, 0]);
  expect(y?.map((top, i) => top + (height?.[i] ?? 0))).toEqual([102, 102, 102]);
  expect(markup).toContain('<title>&lt;10:01&gt;: 10</title>');
});

test('no bars are an empty chart', () => {
  expect(barChart('Lines', []).markup).toContain('aria-label="Lines"');
});

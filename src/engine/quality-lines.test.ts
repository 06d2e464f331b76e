import { expect, test } from 'vitest';
import type { LineKind } from '../core/scan/line-kinds.ts';
import { expectValue, TestPipeline } from './pipeline.fixture.ts';

/** Of a line, in bytes. */
const SHOWN = 4096;

test('what the quality of a log counts is listed with its text, a few lines at a time', async () => {
  const at = (second: number, text: string) => `2024-01-01 10:00:${String(second).padStart(2, '0')} INFO ${text}`;
  const lines = Array.from({ length: 30 }, (_, i) => at(20 + i, `step ${i} of 30`));
  lines.splice(3, 0, '');
  lines.splice(7, 0, '\tat x.y(z)', 'at x.z(y)', '\tat x');
  lines.splice(13, 0, at(1, 'late'), at(55, `dump ${'\u00e4'.repeat(40_000)}`));
  lines.push('  ');
  const pipeline = new TestPipeline();
  const report = await pipeline.open(lines.join('\r\n'));
  expect(report).toMatchObject({
    lines: 37,
    blankLines: 2,
    joinedLines: 3,
    headerlessLines: 0,
    cutLines: 1,
    backwardLines: 2,
  });

  const listed = async (kind: LineKind, from = 0, count = 200) =>
    expectValue(await pipeline.data.linesOf(kind, from, count)).map(({ line, text, cut }) => [line, text, cut]);
  expect(await listed('blank')).toEqual([
    [4, '', false],
    [37, '  ', false],
  ]);
  expect(await listed('joined', 1, 1)).toEqual([[9, 'at x.z(y)', false]]);
  expect(await listed('backward', 0, 1)).toEqual([[14, lines[13], false]]);
  const [dump] = await listed('cut');
  expect([dump?.[0], dump?.[2]]).toEqual([15, true]);
  expect(new TextEncoder().encode(String(dump?.[1])).length).toBeLessThanOrEqual(SHOWN + 2);
});

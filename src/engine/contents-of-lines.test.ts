import { expect, test } from 'vitest';
import type { FrozenMiner } from '../core/drain/frozen-miner.ts';
import { contentsOfLines } from './contents-of-lines.ts';
import { describeTemplates } from './templates.ts';

const TEMPLATES = 2000;
const templates = Array.from({ length: TEMPLATES }, (_, key) => [
  'Statement',
  `number${'x'.repeat(key % 7)}`,
  `k${key}`,
]);
const keyOfLine = Int32Array.from({ length: 3 * TEMPLATES }, (_, line) => line % TEMPLATES);
const miner: FrozenMiner = { templates, layers: [], catchAll: -1 };
const contentOfLine = (line: number) => (templates[line % TEMPLATES] ?? []).join(' ');

test('however many templates there are, few lines are read at once, those that lie close together in one read', async () => {
  let running = 0;
  let reads = 0;
  const contentOf = async (lines: readonly number[]) => {
    reads++;
    running += lines.length;
    expect(running).toBeLessThanOrEqual(256);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    await Promise.resolve();
    running -= lines.length;
    return lines.map(contentOfLine);
  };
  const described = await describeTemplates({ fitted: miner, miner, known: TEMPLATES, keyOfLine }, contentOf);
  expect(described.map(({ text }) => text)).toEqual(templates.map((tokens) => tokens.join(' ')));
  expect(reads).toBeLessThanOrEqual(Math.ceil((3 * TEMPLATES) / 256));
});

test('lines that cannot be read any more have no content', async () => {
  expect(await contentsOfLines([7, 3], async () => [])).toEqual(new Map());
});

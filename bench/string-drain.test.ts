import { expect, test } from 'vitest';
import { generateLog } from '../cli/sample/generate.ts';
import { hdfs } from '../cli/sample/kinds/hdfs.ts';
import { StringDrain } from './string-drain.ts';

test('lines of one statement share a key, whatever their parameters', () => {
  const drain = new StringDrain();
  const keys = [
    '081109 203518 143 INFO dfs.DataNode: Received block blk_-16 of size 91178 from /10.250.10.6',
    '081109 203519 26 INFO dfs.DataNode: Received block blk_7 of size 5 from /10.251.1.1',
    '081109 203520 26 INFO dfs.DataNode: Verification succeeded for blk_7',
  ].map((line) => drain.add(line));
  expect(keys).toEqual([0, 0, 1]);
  expect(drain.templates).toEqual(['Received block <*> of size <*> from <*>', 'Verification succeeded for <*>']);
});

test('a token that differs becomes a parameter; too many of them make another template', () => {
  const drain = new StringDrain();
  expect(['user anna logged in', 'user berta logged in', 'user x y z'].map((line) => drain.add(line))).toEqual([
    0, 0, 1,
  ]);
  expect(drain.templates).toEqual(['user <*> logged in', 'user x y z']);
});

test('beyond 100 first tokens the others share a leaf', () => {
  const drain = new StringDrain();
  const word = (index: number) => String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26));
  for (let i = 0; i < 150; i++) drain.add(`${word(i)} is up`);
  expect(drain.templates).toHaveLength(101);
});

test('a generated log has about as many templates as its program has statements', () => {
  const drain = new StringDrain();
  const line = (text: string) => void drain.add(text);
  generateLog(hdfs, { lines: 5000, anomalies: 0, seed: 1 }, { line, label: () => undefined });
  const statements = Object.keys(hdfs.messages).length;
  expect(drain.templates.length).toBeGreaterThan(0.8 * statements);
  expect(drain.templates.length).toBeLessThan(1.5 * statements);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecentAnalysis } from './recent-analysis.ts';
import { RecentStore } from './recent-store.ts';

const analysis = (id: string, savedAt: number): Omit<RecentAnalysis, 'hasDetector'> => ({
  id,
  names: [`${id}.log`],
  bytes: 1,
  lines: 2,
  sessions: 3,
  flagged: 4,
  savedAt,
  search: '?history=5',
});

let store: RecentStore;
const ids = async () => (await store.all()).map(({ id }) => id);

beforeEach(async () => {
  store = await RecentStore.open('recent-test');
  await store.removeAll();
});

afterEach(() => store.close());

test('the newest is first; the same log again takes the place of the one before and keeps its detector', async () => {
  await store.note(analysis('a', 1));
  await store.note(analysis('b', 2));
  await store.keepDetector('a', Uint8Array.of(7));
  await store.note({ ...analysis('a', 3), flagged: 9 });
  expect(await store.all()).toMatchObject([{ id: 'a', flagged: 9, hasDetector: true }, { id: 'b' }]);
  expect(await store.detector('a')).toEqual(Uint8Array.of(7));
});

test('old ones give way, but for those whose detector is kept', async () => {
  await store.note(analysis('kept', 0));
  await store.keepDetector('kept', Uint8Array.of(1));
  for (let at = 1; at <= 22; at++) await store.note(analysis(`n${at}`, at));
  const found = await ids();
  expect(found).toHaveLength(21);
  expect(found.at(-1)).toBe('kept');
  expect(found).not.toContain('n2');
});

test('what is deleted takes its detector along; a detector without an analysis is not kept', async () => {
  await store.note(analysis('a', 1));
  await store.keepDetector('a', Uint8Array.of(1));
  await store.remove('a');
  await store.keepDetector('a', Uint8Array.of(1));
  expect([await ids(), await store.detector('a')]).toEqual([[], undefined]);
});

import { expect, test } from 'vitest';
import { referencesOf, sameFiles } from './file-reference.ts';

const bytes = (length: number) => Uint8Array.from({ length }, (_, at) => at % 251);
const file = (content: Uint8Array<ArrayBuffer>, name = 'a.log') => new File([content], name);

async function same(some: readonly File[], others: readonly File[]): Promise<boolean> {
  return sameFiles((await referencesOf(some)) ?? [], (await referencesOf(others)) ?? []);
}

test.each([0, 1, 4095, 4096, 4097, 500_000])('a file of %d bytes is known again', async (size) => {
  const reference = await referencesOf([file(bytes(size))]);
  expect(reference).toMatchObject([{ name: 'a.log', size }]);
  expect(await same([file(bytes(size))], [file(bytes(size))])).toBe(true);
});

test.each([0, 250_000, 499_999])('one whose byte %d has changed is another', async (at) => {
  const changed = bytes(500_000);
  // In blocks that are looked at: the first, one in the middle, the last.
  changed.fill(255, Math.max(0, at - 20_000), at + 20_000);
  expect(await same([file(bytes(500_000))], [file(changed)])).toBe(false);
});

test('name, length, number and order count', async () => {
  const [a, b] = [file(bytes(10)), file(bytes(20), 'b.log')];
  expect(await same([a], [file(bytes(10), 'b.log')])).toBe(false);
  expect(await same([a], [file(bytes(11))])).toBe(false);
  expect(await same([a, b], [a])).toBe(false);
  expect(await same([a, b], [b, a])).toBe(false);
  expect(await same([a, b], [a, b])).toBe(true);
});

test('a file that is gone has no reference', async () => {
  const gone = file(bytes(10));
  gone.slice = () => {
    throw new DOMException('gone', 'NotFoundError');
  };
  expect(await referencesOf([gone])).toBeUndefined();
});

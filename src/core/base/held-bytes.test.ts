import { expect, test } from 'vitest';
import { heldBytes } from './held-bytes.ts';

test('every buffer counts once, at any depth and through cycles', () => {
  const shared = new Float64Array(10);
  const root = {
    direct: shared,
    again: [shared, new Uint8Array(shared.buffer, 8, 3)],
    map: new Map([['a', new Uint8Array(5)]]),
    set: new Set([new ArrayBuffer(7)]),
    text: ['not counted'],
    self: {},
  };
  root.self = root;
  expect(heldBytes(root)).toBe(80 + 5 + 7);
});

test('a long list is walked', () => {
  expect(heldBytes(Array.from({ length: 130_000 }, () => new Uint8Array(1)))).toBe(130_000);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checksum } from './checksum.ts';

const leaf = fc.oneof(
  fc.double(),
  fc.string(),
  fc.boolean(),
  fc.constant(undefined),
  fc.constant(null),
  fc.float32Array(),
  fc.int32Array(),
);
const { data } = fc.letrec((tie) => ({
  data: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('data'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('data'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test('a copy has the same sum', () => {
  fc.assert(fc.property(data, (value) => checksum(structuredClone(value)) === checksum(value)));
});

test('the order of fields does not count', () => {
  expect(checksum({ a: 1, b: [2] })).toBe(checksum({ b: [2], a: 1 }));
});

test.each([
  [1, 2],
  [Number.NaN, 0],
  ['1', 1],
  [undefined, null],
  ['true', true],
  [
    [1, [2]],
    [[1], 2],
  ],
  [[], {}],
  [{ a: 1 }, { b: 1 }],
  [
    ['ab', 'c'],
    ['a', 'bc'],
  ],
  [Float32Array.of(1, 2), Float32Array.of(1, 2.0000002)],
  [Float32Array.of(1, 2), Float32Array.of(1)],
  [
    { epochs: [{ loss: Number.NaN }], weights: [Float32Array.of(1)] },
    { epochs: [{ loss: 1 }], weights: [Float32Array.of(1)] },
  ],
])('%j is not %j', (one, other) => {
  expect(checksum(one)).not.toBe(checksum(other));
});

test('a part of a buffer is summed as that part', () => {
  expect(checksum(Float32Array.of(0, 1, 2).subarray(1))).toBe(checksum(Float32Array.of(1, 2)));
});

test('what cannot be copied is no plain data', () => {
  expect(() => checksum({ run: () => undefined })).toThrow(TypeError);
});

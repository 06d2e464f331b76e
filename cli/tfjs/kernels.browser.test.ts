import { expect, test } from 'vitest';
import { KERNELS } from './kernels.ts';
import { kernelsUsed } from './kernels-used.fixture.ts';

test('the listed kernels are all that the GPU needs, and all of them are needed', async () => {
  expect(await kernelsUsed('webgl')).toEqual([...KERNELS].sort());
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KERNELS } from './kernels.ts';
import { leanRegistration } from './lean-plugin.ts';

const all = readFileSync('node_modules/@tensorflow/tfjs-backend-cpu/dist/register_all_kernels.js', 'utf8');

test('the needed kernels of the package are registered, and no others', () => {
  const lean = leanRegistration(all);
  const files = [...lean.matchAll(/^import \{ (\w+) \} from '\.\/kernels\/(\w+)';$/gm)];
  expect(files.map(([, , name]) => name)).toEqual(KERNELS);
  const registered = [...lean.matchAll(/^registerKernel\((\w+)\);$/gm)];
  expect(registered.map(([, config]) => config)).toEqual(files.map(([, config]) => config));
});

test('a kernel that the package has no more is an error', () => {
  const without = all.replace("import { topKConfig } from './kernels/TopK';", '');
  expect(without).not.toBe(all);
  expect(() => leanRegistration(without)).toThrow('TensorFlow.js has no kernel TopK for the plain backend');
});

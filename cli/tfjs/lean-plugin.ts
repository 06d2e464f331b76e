import type { Plugin } from 'vite';
import { KERNELS } from './kernels.ts';

const REGISTRATION = /tfjs-backend-(?:cpu|webgl)\/dist\/register_all_kernels\.js$/;
const KERNEL = /import \{ (\w+) \} from '\.\/kernels\/(\w+)';/g;
const THREADED = /tfjs-backend-wasm\/wasm-out\/tfjs-backend-wasm-threaded-simd\.js$/;

/** Leaves out of the built page what TensorFlow.js loads and nothing of it calls: a sixth of the thread that holds the model. */
export function leanTfjsPlugin(): Plugin {
  return {
    name: 'lean-tfjs',
    apply: 'build',
    transform(code, id) {
      if (REGISTRATION.test(id)) return { code: leanRegistration(code), map: null };
      // `ml/backend.ts` has threads off.
      if (THREADED.test(id)) return { code: 'export default undefined;', map: null };
      return undefined;
    },
  };
}

/**
 * @param code of the package's file that registers all kernels
 * @returns a file in its place that registers the needed ones
 * @throws Error where the package has a kernel no more that is needed
 */
export function leanRegistration(code: string): string {
  const configs = new Map([...code.matchAll(KERNEL)].map(([, config, name]) => [name, config]));
  const kernels = KERNELS.map((name) => {
    const config = configs.get(name);
    if (config === undefined) throw new Error(`TensorFlow.js has no kernel ${name} for the plain backend`);
    return { name, config };
  });
  return [
    "import { registerKernel } from '@tensorflow/tfjs-core';",
    ...kernels.map(({ name, config }) => `import { ${config} } from './kernels/${name}';`),
    ...kernels.map(({ config }) => `registerKernel(${config});`),
  ].join('\n');
}

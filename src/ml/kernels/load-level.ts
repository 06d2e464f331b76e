import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import type { Backend } from '../../core/sequence/key-model.ts';
import { type HostMemory, hostKernels } from './host-kernels.ts';
import type { LoadLevel } from './level-kernels.ts';
import { webglKernels } from './webgl-kernels.ts';

/** The kernels of a backend, which must be the current one. */
export function kernelsOf(backend: Backend): LoadLevel {
  if (backend === 'wasm') return hostKernels(wasmMemory());
  if (backend === 'webgl') return webglKernels(tf.backend() as MathBackendWebGL);
  return hostKernels(cpuMemory);
}

function wasmMemory(): HostMemory {
  const backend = tf.backend() as BackendWasm;
  return {
    allocate: (rows, columns) => {
      const output = backend.makeOutput([rows, columns], 'float32');
      return tf.engine().makeTensorFromTensorInfo(output) as tf.Tensor2D;
    },
    view: (tensor) => backend.typedArrayFromHeap(tensor) as Float32Array,
  };
}

/** The cpu backend keeps and returns the array it was given. */
const cpuMemory: HostMemory = {
  allocate: (rows, columns) => tf.tensor2d(new Float32Array(rows * columns), [rows, columns]),
  view: (tensor) => tensor.dataSync() as Float32Array,
};

import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '@tensorflow/tfjs-core';
import type { Backend } from '../core/sequence/key-model.ts';

/** Textures that nobody uses stay for the next tensor of their size up to so many bytes. */
const IDLE_TEXTURES = 256 * 2 ** 20;

/** Addresses of the two WebAssembly binaries; Node finds them by itself. */
export interface WasmUrls {
  /** Of `tfjs-backend-wasm.wasm`. */
  readonly plain: string;
  /** Of `tfjs-backend-wasm-simd.wasm`. */
  readonly simd: string;
}

/** Tells where the binaries are; needed in a browser, before the first use of the wasm backend. */
export function configureWasm({ plain, simd }: WasmUrls): void {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    // Never asked for: threads are off.
    'tfjs-backend-wasm-threaded-simd.wasm': simd,
  });
}

/**
 * Makes a backend the current one.
 *
 * @returns whether it could be had: `setBackend` itself fails without a word, and may keep the one before
 */
export async function tryBackend(backend: Backend): Promise<boolean> {
  // Otherwise tfjs writes advice to the console.
  tf.enableProdMode();
  if (tf.findBackendFactory(backend) === null) return false;
  configure(backend);
  return (await tf.setBackend(backend)) && tf.getBackend() === backend;
}

/** @throws Error if the backend cannot be had; `chooseBackend` only names those that can */
export async function activateBackend(backend: Backend): Promise<void> {
  if (!(await tryBackend(backend))) throw new Error(`TensorFlow.js has no working ${backend} backend here`);
}

function configure(backend: Backend): void {
  if (backend === 'wasm') {
    // Threads would need a second binary and a cross-origin isolated page, for products that are too small to share.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  } else if (backend === 'webgl') {
    // One compiled program for all sizes: every batch has levels of other sizes.
    tf.env().set('WEBGL_USE_SHAPES_UNIFORMS', true);
    tf.env().set('WEBGL_DELETE_TEXTURE_THRESHOLD', IDLE_TEXTURES);
  }
}

/** The WebGL context of the current backend; undefined on another backend. */
export function webglContext(): WebGLRenderingContext | undefined {
  return tf.getBackend() === 'webgl' ? (tf.backend() as MathBackendWebGL).gpgpu.gl : undefined;
}

/**
 * To be called after reading values back: once a GPU is reset every value reads as zero, and nothing else tells.
 *
 * @throws Error if that has happened
 */
export function assertNotLost(): void {
  if (webglContext()?.isContextLost()) throw new Error('The GPU was reset by the browser or its driver');
}

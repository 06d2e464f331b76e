import * as tf from '@tensorflow/tfjs-core';
import { BACKENDS, type Backend, type BackendChoice } from '../core/sequence/key-model.ts';
import { tryBackend, webglContext } from './backend.ts';
import { parityError } from './parity.ts';

const NAMES: Record<Backend, string> = { webgl: 'the GPU', wasm: 'WebAssembly', cpu: 'plain JavaScript' };
/** Renderers that draw on the processor, where WebAssembly is faster. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** Of a probability. */
const MOST_ERROR = 1e-3;

/** What became of a backend: the time a short test took, or why it is out of the question. */
type Trial =
  | { readonly ok: true; readonly milliseconds: number; readonly software: string | undefined }
  | { readonly ok: false; readonly problem: string };

/**
 * Chooses where to compute: the fastest in a short test of those that compute exactly enough, or the one asked for. A GPU that is
 * only simulated counts as none. Leaves the chosen backend current.
 *
 * @param override the backend to use if it can be had
 */
export async function chooseBackend(override?: Backend): Promise<BackendChoice> {
  let refused = '';
  if (override) {
    const trial = await soundly(override, await tryOut(override));
    if (trial.ok)
      return { backend: override, reason: `You asked for ${NAMES[override]}; ${took(trial.milliseconds)}.` };
    refused = `You asked for ${NAMES[override]}, but ${trial.problem}. `;
  }
  const { backend, reason } = await fastest(BACKENDS.filter((backend) => backend !== override));
  return { backend, reason: refused + reason };
}

async function fastest(candidates: readonly Backend[]): Promise<BackendChoice> {
  const rejected: string[] = [];
  const times = new Map<Backend, number>();
  for (const backend of candidates) {
    // Plain JavaScript always works and is always slowest: it is not worth a test unless nothing else is left.
    if (backend === 'cpu' && times.size > 0) continue;
    const trial = await tryOut(backend);
    if (trial.ok && trial.software !== undefined) {
      rejected.push(`the GPU is only simulated (${trial.software})`);
      continue;
    }
    const sound = await soundly(backend, trial);
    if (sound.ok) times.set(backend, sound.milliseconds);
    else rejected.push(sound.problem);
  }
  const [[backend, milliseconds] = ['cpu', Number.NaN] as const, ...others] = [...times].sort(([, a], [, b]) => a - b);
  await tryBackend(backend);
  const slower = others.map(([other, time]) => `${NAMES[other]} needed ${format(time)}`);
  const because = [...slower, ...rejected].join(', ');
  const sentence = `${NAMES[backend]}: ${took(milliseconds)}${because ? `; ${because}` : ''}.`;
  return { backend, reason: sentence.charAt(0).toUpperCase() + sentence.slice(1) };
}

async function tryOut(backend: Backend): Promise<Trial> {
  if (!(await tryBackend(backend))) return { ok: false, problem: `${NAMES[backend]} cannot be used here` };
  const context = webglContext();
  if (context && !tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) {
    return { ok: false, problem: 'the GPU does not compute in 32 bits' };
  }
  const renderer = context ? rendererOf(context) : '';
  return { ok: true, milliseconds: measure(), software: SOFTWARE.exec(renderer)?.[0] };
}

/** The trial of a backend that also computes right. */
async function soundly(backend: Backend, trial: Trial): Promise<Trial> {
  if (!trial.ok || (await parityError(backend)) < MOST_ERROR) return trial;
  return { ok: false, problem: `${NAMES[backend]} computes wrongly here` };
}

/** Time of some products and gates in the sizes of a training step; the first round, which compiles, does not count. */
function measure(): number {
  const round = () =>
    tf.tidy(() => {
      const weights = tf.fill([64, 64], 0.01);
      let rows: tf.Tensor = tf.fill([512, 64], 0.5);
      for (let step = 0; step < 20; step++) rows = tf.sigmoid(tf.matMul(rows, weights));
      // Reading makes a GPU finish.
      rows.dataSync();
    });
  round();
  const started = performance.now();
  round();
  return performance.now() - started;
}

function rendererOf(context: WebGLRenderingContext): string {
  const plain = String(context.getParameter(context.RENDERER));
  if (plain !== 'WebKit WebGL') return plain;
  const details = context.getExtension('WEBGL_debug_renderer_info');
  return details ? String(context.getParameter(details.UNMASKED_RENDERER_WEBGL)) : plain;
}

function took(milliseconds: number): string {
  return `a short test took ${format(milliseconds)}`;
}

function format(milliseconds: number): string {
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0)} ms`;
}

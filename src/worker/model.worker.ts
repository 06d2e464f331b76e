import wasmUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { ModelEngine } from '../engine/model-engine.ts';
import { serve } from './rpc.ts';

const engine = new ModelEngine({ plain: wasmUrl, simd: simdUrl });
serve(engine, async () => (await engine.memory()).tensorBytes);

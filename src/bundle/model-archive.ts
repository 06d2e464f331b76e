import { strToU8, zipSync } from 'fflate';
import type { KeyModelWeights } from '../core/sequence/key-model.ts';
import { layersModelJson, packWeights } from './layers-model.ts';
import { ENTRY_DATE } from './write-detector.ts';

/**
 * The network as stock tfjs loads it, `model.json` and `weights.bin`, with what its symbols stand for, as a zip archive: the
 * same network is the same bytes.
 */
export function modelArchive(weights: KeyModelWeights, symbolNames: readonly string[]): Uint8Array<ArrayBuffer> {
  const files = {
    'model.json': strToU8(JSON.stringify(layersModelJson(weights.shape))),
    'weights.bin': packWeights(weights),
    'symbols.json': strToU8(JSON.stringify(symbolNames, null, 1)),
  };
  return zipSync(files, { level: 6, mtime: ENTRY_DATE });
}

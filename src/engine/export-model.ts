import { modelArchive } from '../bundle/model-archive.ts';
import { onnxModel } from '../bundle/onnx/onnx-model.ts';
import type { KeyModelWeights } from '../core/sequence/key-model.ts';
import type { ModelExport } from './data.api.ts';
import type { GroupedLog } from './grouped-log.ts';

/** The network in a format of its field, with the templates that its symbols stand for. */
export function exportModel(
  what: ModelExport,
  weights: KeyModelWeights,
  { vocabulary, templates }: Pick<GroupedLog, 'vocabulary' | 'templates'>,
): Uint8Array<ArrayBuffer> {
  const keys = Array.from(vocabulary.keys, (key) => templates[key]?.text ?? '');
  const names = [...keys, 'BEGIN', 'END', 'UNKNOWN'];
  return what === 'onnx' ? onnxModel(weights, names) : modelArchive(weights, names);
}

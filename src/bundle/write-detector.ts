import { strToU8, type Zippable, zipSync } from 'fflate';
import { type Detector, formatFor, PROGRAM_VERSION } from './detector.ts';
import { layersModelJson, packWeights } from './layers-model.ts';
import { marksJsonLines } from './marks-file.ts';
import { memoryJson, packMemory } from './memory-file.ts';
import { modelCard } from './model-card.ts';
import { packValueWeights } from './value-model-file.ts';

/** A zip dates its entries; one date for all of them, so that the same detector is the same bytes. */
export const ENTRY_DATE = '1980-01-01T12:00:00';

/** The `.deeplog` file: the same detector gives the same bytes. */
export function writeDetector(detector: Detector): Uint8Array<ArrayBuffer> {
  const files: Zippable = {
    'manifest.json': json(manifestOf(detector)),
    'templates.json': json({
      texts: detector.texts,
      ...detector.miner,
      classic: detector.classic,
      byHand: detector.byHand,
    }),
    'vocabulary.json': json({ keys: detector.vocabulary }),
    ...(detector.ensemble && { 'detectors.json': strToU8(`${JSON.stringify(detector.ensemble)}\n`) }),
    ...(detector.values && {
      'parameters/model.json': json({ shape: detector.values.weights.shape, series: detector.values.series }),
      'parameters/weights.bin': packValueWeights(detector.values),
    }),
    'model.json': json(layersModelJson(detector.weights.shape)),
    // Packing them takes most of the time and saves a fourteenth.
    'weights.bin': [packWeights(detector.weights), { level: 0 }],
    ...(detector.marks && { 'marks.jsonl': strToU8(marksJsonLines(detector.marks)) }),
    ...(detector.memory && {
      'memory.json': strToU8(`${JSON.stringify(memoryJson(detector.memory))}\n`),
      'memory.bin': packMemory(detector.memory),
    }),
    'README.md': strToU8(modelCard(detector)),
  };
  return zipSync(files, { level: 6, mtime: ENTRY_DATE });
}

const json = (value: object) => strToU8(`${JSON.stringify(value, null, 1)}\n`);

function manifestOf(detector: Detector): object {
  const { trainedOn, header, records, session, rhythm, weights, heldOut, settings } = detector;
  const otherFormats = detector.otherFormats.length === 0 ? undefined : detector.otherFormats;
  // How long an epoch took is another number each time.
  const epochs = detector.training.epochs.map(({ seconds: _, ...epoch }) => epoch);
  const training = { ...detector.training, epochs };
  const formats = { header, records, otherFormats };
  const rest = { session, rhythm, model: weights.shape, heldOut, settings, training };
  return { format: formatFor(detector), program: PROGRAM_VERSION, trainedOn, ...formats, ...rest };
}

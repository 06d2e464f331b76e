import { byHandOf, type Detector, editsByHand } from '../bundle/detector.ts';
import type { Calibration } from '../core/detect/calibrate.ts';
import type { Mark } from '../core/detect/marks/mark.ts';
import { NO_NOTES, type TemplateNotes } from '../core/drain/edits/template-notes.ts';
import type { TrainedKeyModel } from '../core/sequence/key-model.ts';
import { countTemplates } from '../core/sequence/template-counts.ts';
import { type TrainingMemory, thinned } from '../core/sequence/training-memory.ts';
import type { DetectOptions, OpenedDetector, TrainingSets } from './data.api.ts';
import { trainingLines } from './fit-keys.ts';
import type { GroupedLog } from './grouped-log.ts';
import { learntOf } from './learnt-sessions.ts';
import type { OpenedLog } from './opened-log.ts';
import type { Saved } from './saved-scores.ts';

interface Trained {
  readonly log: OpenedLog;
  readonly grouped: GroupedLog;
  readonly model: TrainedKeyModel;
  readonly sets: TrainingSets;
  readonly saved: Saved;
  readonly options: DetectOptions;
  readonly marks: Detector['marks'];
  readonly notes: TemplateNotes;
  /** In force. */
  readonly threshold: Calibration | undefined;
}

/** All of an analysis that the next log needs. */
export function makeDetector({
  log,
  grouped,
  model,
  sets,
  saved,
  options,
  marks,
  notes,
  threshold,
}: Trained): Detector {
  const { rule, label } = grouped.choice.chosen;
  const { epochs, bestEpoch, end, backend, seed } = model;
  return {
    trainedOn: {
      files: log.scanned.files.map(({ name, size }) => ({ name, size })),
      lines: log.scanned.lines,
      sessions: learntOf(grouped, 'training').length,
    },
    header: log.format.header,
    records: log.format.records,
    otherFormats: log.formats.slice(1).map(({ header, records }) => ({ header, records })),
    session: { rule, label },
    miner: grouped.keyed.fitted,
    classic: log.classic?.settings,
    texts: grouped.templates.slice(0, grouped.keyed.known).map(({ text }) => text),
    vocabulary: grouped.vocabulary.keys,
    rhythm: grouped.rhythm,
    weights: model.weights,
    marks,
    byHand: byHandOf(grouped.edits, notes),
    memory: memoryOf(log, grouped, sets),
    ...saved,
    settings: {
      budget: options.budget,
      candidates: options.candidates,
      ...(threshold?.byLabels ? { byLabels: threshold.promise } : {}),
      ...(saved.values && { valueErrors: options.valueErrors ?? 'empirical' }),
    },
    training: {
      seed,
      backend: backend.backend,
      epochs,
      bestEpoch,
      end,
      windows: sets.training.total,
      distinctWindows: sets.training.count,
    },
  };
}

function memoryOf(log: OpenedLog, grouped: GroupedLog, sets: TrainingSets): TrainingMemory {
  const { sessions, split, keyed } = grouped;
  const part = { lines: trainingLines(log, sessions, split), sessions: learntOf(grouped, 'both') };
  return {
    templates: countTemplates({ keyOfLine: keyed.keyOfLine, sessions }, keyed.known, part),
    training: thinned(sets.training),
    validation: thinned(sets.validation),
  };
}

/** The detector with what a person says of its sessions and templates. @param said none leave those marks that it came with */
export function withRemarks(detector: Detector, said: readonly Mark[], notes: TemplateNotes): Detector {
  const marks = said.length === 0 ? detector.marks : said;
  return { ...detector, marks, byHand: byHandOf(editsByHand(detector), notes) };
}

export function summarise(detector: Detector, name: string): OpenedDetector {
  const { trainedOn, texts, session, weights, training } = detector;
  const { epochs, bestEpoch, windows, distinctWindows, end, seed } = training;
  const backend = { backend: training.backend, reason: `The model was trained with ${training.backend}.` };
  return {
    summary: {
      name,
      trainedOn: trainedOn.files.map((file) => file.name).join(', '),
      templates: texts.length,
      sessionLabel: session.label,
      history: weights.shape.history,
      trainLoss: epochs[bestEpoch - 1]?.trainLoss ?? Number.NaN,
      ...(detector.memory === undefined && { forgets: true }),
    },
    trained: { weights, epochs, bestEpoch, end, seed, backend },
    model: { epochs, bestEpoch, windows, distinctWindows },
    marks: detector.marks ?? [],
    notes: detector.byHand?.notes ?? NO_NOTES,
  };
}

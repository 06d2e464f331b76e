import type { DetectorEvaluation } from '../core/evaluate/evaluate.ts';

/** What detectors are called on the page. */
export const DETECTOR_NAMES: Readonly<Record<DetectorEvaluation['detector'], string>> = {
  ensemble: 'All together',
  'unseen-key': 'New templates',
  lstm: 'Key model',
  markov: 'Step by step',
  values: 'Values',
  timing: 'Times',
  counts: 'Counts',
  length: 'Length',
  rate: 'Rate',
};

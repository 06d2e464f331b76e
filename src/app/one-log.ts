import { NO_EDITS } from '../core/drain/edits/template-edit.ts';
import type { ReadSettings } from '../engine/data.api.ts';
import type { Settings } from './state.ts';

/** Where settings start from that say nothing about another log. */
export const OF_ONE_LOG: Partial<Settings> = {
  format: 'auto',
  columns: undefined,
  unpackAnyway: false,
  textAnyway: false,
  scoreAnyway: false,
  part: 'ask',
  trainingPeriod: undefined,
  chooseByLabels: false,
  templateEdits: NO_EDITS,
};

/** What reading needs to know. */
export function readSettings(settings: Settings): ReadSettings {
  const { encoding, format, parsing, columns, unpackAnyway, textAnyway, part } = settings;
  return { encoding, format, parsing, columns, unpackAnyway, textAnyway, part };
}

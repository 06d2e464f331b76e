import type { Settings } from '../../../app/state.ts';

/** Settings that training depends on, as the page names them. */
const TRAINING_SETTINGS = [
  ['history', 'History'],
  ['epochs', 'Epochs'],
  ['seed', 'Seed'],
  ['backend', 'Backend'],
  ['trainingPercent', 'Learn from the first (%)'],
] as const satisfies readonly (readonly [keyof Settings, string])[];

/** Settings that are chosen elsewhere and have no short value. */
const OTHERS = [
  ['trainingPeriod', 'another training period'],
  ['sessionRule', 'other sessions'],
  ['files', 'files put together otherwise'],
] as const satisfies readonly (readonly [keyof Settings, string])[];

/** What an earlier run had otherwise than the present one: `History 8`. */
export function runDifferences(run: Settings, present: Settings): readonly string[] {
  const values = TRAINING_SETTINGS.filter(([setting]) => run[setting] !== present[setting]);
  const others = OTHERS.filter(([setting]) => run[setting] !== present[setting]);
  return [...values.map(([setting, name]) => `${name} ${run[setting]}`), ...others.map(([, text]) => text)];
}

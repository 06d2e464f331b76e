import { SETTING_NAMES, stageOf } from '../../../app/stages.ts';
import type { Settings } from '../../../app/state.ts';

/** Settings with a short value, as the page names them. */
const NAMED: ReadonlyMap<keyof Settings, string> = new Map([
  ['history', 'History'],
  ['epochs', 'Epochs'],
  ['seed', 'Seed'],
  ['backend', 'Backend'],
  ['trainingPercent', 'Learn from the first (%)'],
]);

/** Settings that are chosen elsewhere and have no short value. */
const WORDED: ReadonlyMap<keyof Settings, (run: Settings) => string> = new Map<
  keyof Settings,
  (run: Settings) => string
>([
  ['trainingPeriod', () => 'another training period'],
  ['sessionRule', () => 'other sessions'],
  ['templateEdits', () => 'other templates'],
  ['files', () => 'files put together otherwise'],
  ['learnFromAll', (run) => (run.learnFromAll ? 'odd sessions learnt too' : 'odd sessions not learnt')],
]);

/** Settings of scoring with a detector, which trains nothing. */
const OF_DETECTORS: readonly (keyof Settings)[] = ['scoreAnyway'];

/** What an earlier run had otherwise than the present one: `History 8`. Both are of the same reading of a log. */
export function runDifferences(run: Settings, present: Settings): readonly string[] {
  const differing = SETTING_NAMES.filter((setting) => !OF_DETECTORS.includes(setting)).filter(
    (setting) => ['group', 'train'].includes(stageOf(setting)) && run[setting] !== present[setting],
  );
  return differing.map((setting) => WORDED.get(setting)?.(run) ?? `${NAMED.get(setting) ?? setting} ${run[setting]}`);
}

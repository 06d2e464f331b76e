import type { Settings } from './state.ts';

/** What has to run again, from the earliest on. */
export type Stage = 'read' | 'group' | 'train' | 'detect';

/** What is only looked at in another way runs nothing again. */
const STAGE_OF: Readonly<Record<keyof Settings, Stage | 'view'>> = {
  encoding: 'read',
  format: 'read',
  parsing: 'read',
  columns: 'read',
  unpackAnyway: 'read',
  textAnyway: 'read',
  part: 'read',
  sessionRule: 'group',
  files: 'group',
  scoreAnyway: 'group',
  trainingPercent: 'group',
  trainingPeriod: 'group',
  learnFromAll: 'group',
  templateEdits: 'group',
  history: 'train',
  epochs: 'train',
  seed: 'train',
  backend: 'train',
  candidates: 'detect',
  valueErrors: 'detect',
  falseAlarmsPerThousand: 'detect',
  chooseByLabels: 'detect',
  ways: 'view',
};

const STAGE_BY_NAME: ReadonlyMap<string, Stage | 'view'> = new Map(Object.entries(STAGE_OF));

export const SETTING_NAMES = Object.keys(STAGE_OF) as readonly (keyof Settings)[];

/** The first stage that depends on a setting. */
export const stageOf = (setting: keyof Settings): Stage | 'view' => STAGE_OF[setting];

const ORDER: readonly Stage[] = ['read', 'group', 'train', 'detect'];

/** Settings that reading and grouping depend on as in `made`, all others as in `now`. */
export function groupedAs(made: Settings, now: Settings): Settings {
  const ofGrouping = Object.entries(made).filter(
    ([name]) => STAGE_BY_NAME.get(name) === 'read' || STAGE_BY_NAME.get(name) === 'group',
  );
  return { ...now, ...Object.fromEntries(ofGrouping) };
}

/** The earliest stage that depends on a setting that differs; undefined where none does. */
export function staleFrom(before: Settings, after: Settings): Stage | undefined {
  const changed = SETTING_NAMES.filter((name) => before[name] !== after[name]);
  return ORDER.find((stage) => changed.some((name) => STAGE_OF[name] === stage));
}

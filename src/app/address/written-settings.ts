import { ERROR_NORMS } from '../../core/detect/expected/error-norm.ts';
import { BACKENDS } from '../../core/sequence/key-model.ts';
import { DEFAULT_SETTINGS } from '../pipeline.ts';
import type { Settings } from '../state.ts';
import { flag, numeric, oneOf, orAuto, type Parameters, type Written, word } from './written.ts';
import { WRITTEN_COLUMNS, WRITTEN_MASKS, WRITTEN_PARSING } from './written-parsing.ts';
import { readRule, writeRule } from './written-rule.ts';

/** Not those that belong to one log, or are a person's consent to one, which no link gives. */
const WRITTEN = [
  setting(
    'falseAlarmsPerThousand',
    numeric('budget', DEFAULT_SETTINGS.falseAlarmsPerThousand, 0.1, 500, { unit: 1000 }),
  ),
  setting('chooseByLabels', flag('choose-by-labels')),
  setting('history', numeric('history', DEFAULT_SETTINGS.history, 2, 100, { whole: true })),
  setting('candidates', orAuto(numeric('candidates', 0, 1, 10_000, { whole: true }))),
  setting('epochs', numeric('epochs', DEFAULT_SETTINGS.epochs, 1, 1000, { whole: true })),
  setting('seed', numeric('seed', DEFAULT_SETTINGS.seed, 0, 2 ** 32 - 1, { whole: true })),
  setting('backend', oneOf('backend', 'auto', BACKENDS)),
  setting('encoding', word('encoding', /^[\w.:-]{1,40}$/)),
  setting('format', word('format', /^.{1,100}$/)),
  setting('parsing', WRITTEN_PARSING),
  WRITTEN_MASKS,
  setting('columns', WRITTEN_COLUMNS),
  setting('trainingPercent', numeric('train-share', DEFAULT_SETTINGS.trainingPercent, 5, 100, { unit: 100 })),
  setting('learnFromAll', flag('learn-from-all')),
  setting('sessionRule', {
    read: (query) => readRule(query.get('session') ?? ''),
    write: (rule) => ({ session: rule === 'auto' ? undefined : writeRule(rule) }),
  }),
  setting('valueErrors', oneOf('value-errors', DEFAULT_SETTINGS.valueErrors, ERROR_NORMS)),
  setting('ways', oneOf('ways', 'both', ['counted', 'expected'] as const)),
  setting('files', oneOf('files', 'merged', ['apart'] as const)),
];

interface WrittenSetting {
  readonly read: (query: URLSearchParams) => Partial<Settings>;
  readonly write: (settings: Settings) => Parameters;
}

function setting<Name extends keyof Settings>(name: Name, { read, write }: Written<Settings[Name]>): WrittenSetting {
  return {
    read: (query) => {
      const value = read(query);
      return value === undefined ? {} : { [name]: value };
    },
    write: (settings) => write(settings[name]),
  };
}

/** The settings that an address asks for. */
export function readSettings(query: URLSearchParams): Partial<Settings> {
  return Object.assign({}, ...WRITTEN.map(({ read }) => read(query)));
}

/** The parameters for settings that differ from the default; those of all others have no value. */
export function writeSettings(settings: Settings): Parameters {
  return Object.assign({}, ...WRITTEN.map(({ write }) => write(settings)));
}

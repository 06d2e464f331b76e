import { expect, test } from 'vitest';
import { DEFAULT_CLASSIC, DEFAULT_SETTINGS } from '../pipeline.ts';
import { SETTING_NAMES } from '../stages.ts';
import type { Settings } from '../state.ts';
import { readAddress, searchWithSettings } from './location.ts';

const PERIOD = { from: Date.UTC(2024, 2, 5, 10), to: Date.UTC(2024, 2, 6) };
const read = (search: string) => readAddress(search, '').settings;
const written = (settings: Partial<Settings>, search = '') =>
  searchWithSettings(search, { ...DEFAULT_SETTINGS, ...settings }, 'time');

const mask = (pattern: string) => ({ kind: 'mask', pattern }) as const;

const OTHERS: readonly (readonly [string, Partial<Settings>])[] = [
  ['?budget=0.0005', { falseAlarmsPerThousand: 0.5 }],
  ['?choose-by-labels=1', { chooseByLabels: true }],
  ['?history=5', { history: 5 }],
  ['?candidates=9', { candidates: 9 }],
  ['?epochs=20', { epochs: 20 }],
  ['?seed=4294967295', { seed: 4_294_967_295 }],
  ['?backend=wasm', { backend: 'wasm' }],
  ['?encoding=utf-16le', { encoding: 'utf-16le' }],
  ['?format=JSON+Lines', { format: 'JSON Lines' }],
  ['?time-column=at&session-column=request.id', { columns: { time: 'at', session: 'request.id' } }],
  ['?train-share=0.35', { trainingPercent: 35 }],
  ['?learn-from-all=1', { learnFromAll: true }],
  ['?session=window:50', { sessionRule: { by: 'lines', lines: 50 } }],
  ['?value-errors=gaussian-99', { valueErrors: 'gaussian-99' }],
  ['?ways=expected', { ways: 'expected' }],
  ['?files=apart', { files: 'apart' }],
  ['?mask=node%5Cd%2B&mask=%5B%26%5D', { templateEdits: [mask('node\\d+'), mask('[&]')] }],
  ['?train-from=2024-03-05T10:00:00.000Z&train-to=2024-03-06T00:00:00.000Z', { trainingPeriod: PERIOD }],
  [
    '?parser=classic&log-format=%3CTime%3E+%3CContent%3E&depth=5&mask=%5Cd%2B&mask=%26',
    {
      parsing: {
        logFormat: '<Time> <Content>',
        masks: ['\\d+', '&'],
        similarity: 0.5,
        depth: 5,
        maxChildren: 100,
      },
    },
  ],
];

test.each(OTHERS)('%s asks for a setting, and holds it', (search, settings) => {
  expect(written(settings)).toBe(search);
  expect(read(search)).toEqual(settings);
});

test('every setting is in the address, but for those of one log', () => {
  const inAddress = OTHERS.flatMap(([, settings]) => Object.keys(settings));
  const ofOneLog = ['unpackAnyway', 'textAnyway', 'scoreAnyway', 'part'];
  expect([...inAddress, ...ofOneLog].sort()).toEqual([...SETTING_NAMES].sort());
});

test('settings as they are by default are not in the address, what else it holds stays', () => {
  expect(written({})).toBe('');
  expect(written({}, '?sample=hdfs&history=5&mask=a&train-to=5')).toBe('?sample=hdfs');
  expect(written({ epochs: 3 }, '?sample=hdfs&epochs=9')).toBe('?sample=hdfs&epochs=3');
});

test('of changed templates only masks are in the address, and those of the parser that is chosen', () => {
  const templateEdits = [{ kind: 'ignore', template: 'a <*>' }, mask('x')] as const;
  expect(written({ templateEdits })).toBe('?mask=x');
  expect(written({ templateEdits, parsing: { ...DEFAULT_CLASSIC, masks: ['y'] } })).toBe('?parser=classic&mask=y');
});

test('what one log was allowed is in no address', () => {
  const allowed = { unpackAnyway: true, textAnyway: true, scoreAnyway: true, part: 'all' } as const;
  expect(written(allowed)).toBe('');
  expect(read('?unpackAnyway=1&unpack-anyway=1&part=all&text-anyway=1')).toEqual({});
});

test.each([
  '?history=1',
  '?history=1e1',
  '?history=5.5',
  '?history=',
  '?budget=2',
  '?budget=-0.1',
  '?seed=4294967296',
  '?candidates=auto',
  '?backend=quantum',
  '?encoding=a%20b',
  '?files=merged',
  '?parser=guess&mask=a',
  '?session=__proto__',
  '?__proto__=1&constructor=2',
  '?train-from=noon',
  `?format=x&pad=${'a'.repeat(9000)}`,
])('%s asks for nothing', (search) => expect(read(search)).toEqual({}));

test('sample and view are asked for too', () => {
  expect(readAddress('?sample=hdfs', '#/anomalies')).toMatchObject({ sample: 'hdfs', view: 'anomalies' });
  expect(readAddress('', '#/__proto__')).toEqual({ sample: undefined, settings: {}, view: undefined });
});

test('a period of lines is written in lines', () => {
  const trainingPeriod = { from: 4, to: 9 };
  expect(searchWithSettings('', { ...DEFAULT_SETTINGS, trainingPeriod }, 'lines')).toBe('?train-from=5&train-to=9');
});

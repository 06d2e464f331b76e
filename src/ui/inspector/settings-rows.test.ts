import { expect, test } from 'vitest';
import { parsed, scoredState, stateOf } from '../workbench.fixture.ts';
import { settingsRows } from './settings-rows.ts';

test('what made the findings', () => {
  const state = scoredState();
  const { promise } = state.analysis.phase === 'scored' ? state.analysis.anomalies.threshold : { promise: '' };
  expect(settingsRows(state)).toEqual([
    ['sessions', '110 by blk_<*>'],
    ['learnt from', '53 sessions, 13 held out'],
    ['threshold', promise],
    ['false alarms per 1,000 sessions', '1'],
    ['history', '10'],
    ['candidates', 'auto'],
    ['seed', '1'],
    ['backend', 'wasm'],
  ]);
});

test('masks of words are settings, other changes of templates are not', () => {
  const state = scoredState();
  const settings = {
    ...state.settings,
    templateEdits: [{ kind: 'mask', pattern: 'node\\d+' } as const, { kind: 'ignore', template: 'a' } as const],
  };
  expect(settingsRows({ ...state, settings }).slice(-2)).toEqual([
    ['words read as values', 'node\\d+'],
    ['backend', 'wasm'],
  ]);
});

test('of a detector its own history counts, and nothing was learnt here', () => {
  const detector = {
    name: 'a.deeplog',
    trainedOn: 'a.log',
    templates: 1,
    sessionLabel: 'blk_<*>',
    history: 7,
    trainLoss: 0.1,
  };
  const rows = new Map(settingsRows(scoredState({ detector })));
  expect([rows.get('detector'), rows.get('history'), rows.has('seed'), rows.has('learnt from')]).toEqual([
    'a.deeplog',
    '7',
    false,
    false,
  ]);
});

test('before there are findings there are none', () => {
  expect(settingsRows(stateOf({ phase: 'parsed', ...parsed() }))).toEqual([]);
});

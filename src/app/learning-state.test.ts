import { expect, test } from 'vitest';
import type { LearningReport } from '../core/report/learning-report.ts';
import { INITIAL_STATE } from './initial-state.ts';
import { reduce } from './reducer.ts';
import { anomalies, LOG, SESSIONS } from './state.fixture.ts';
import type { State } from './state.ts';

const scored = {
  ...INITIAL_STATE,
  analysis: { phase: 'scored', log: LOG, templates: [], sessions: SESSIONS, anomalies: anomalies('s1') },
} as unknown as State;
const made = { is: 'made', report: {} as LearningReport, seconds: 1 } as const;
const versions = { kept: [{ number: 0, marked: 0 }], current: 0 };
const tried = reduce(reduce(scored, { type: 'versions', versions }), { type: 'trial', trial: made });

test('what was learnt waits until it is accepted, discarded, or compared with something else', () => {
  expect(tried.learning).toEqual({ trial: made, versions });
  expect(reduce(tried, { type: 'trial', trial: undefined }).learning).toEqual({ trial: undefined, versions });
  expect(reduce(tried, { type: 'detected', anomalies: anomalies('s2') }).learning).toEqual({
    trial: undefined,
    versions,
  });
  expect(reduce(tried, { type: 'marks', change: { is: 'undone' } }).learning.trial).toBeUndefined();
  expect(reduce(tried, { type: 'ended', problem: undefined }).learning.trial).toBeUndefined();
});

test('another log has no versions of the model, and nothing is learnt without findings', () => {
  expect(reduce(tried, { type: 'closed' }).learning).toEqual(INITIAL_STATE.learning);
  expect(reduce(INITIAL_STATE, { type: 'trial', trial: made }).learning).toEqual(INITIAL_STATE.learning);
});

import { expect, test } from 'vitest';
import { decisionsOf } from './decisions.ts';
import { parsed, scored, scoredState, stateOf } from './workbench.fixture.ts';

const whats = (state: Parameters<typeof decisionsOf>[0]) => decisionsOf(state).map(({ what }) => what);

test('what is decided is said as soon as it is', () => {
  expect(whats(stateOf({ phase: 'empty' }))).toEqual([]);
  const ungrouped = { phase: 'parsed', ...parsed(), sessions: undefined } as const;
  expect(whats(stateOf(ungrouped))).toEqual(['Format', 'Templates']);
  expect(whats(scoredState())).toEqual(['Format', 'Templates', 'Sessions', 'Training', 'Model', 'Threshold']);
});

test('each decision says by what it was made', () => {
  const whyOf = (state: Parameters<typeof decisionsOf>[0]) =>
    new Map(decisionsOf(state).map((one) => [one.what, one.why]));
  const state = scoredState();
  const why = whyOf(state);
  expect(why.get('Sessions')).toBe(parsed().sessions?.reason);
  expect(why.get('Training')).toMatch(/^The first 60 %, .* 13 of them are held out/);
  expect(why.get('Model')).toContain(scored().model.backend.reason);
  expect(why.get('Threshold')).toBe(scored().anomalies.threshold.promise);
  const period = { ...state, settings: { ...state.settings, trainingPeriod: { from: 0, to: 1 } } };
  expect(whyOf(period).get('Training')).toMatch(/^Those of the training period that you chose/);
});

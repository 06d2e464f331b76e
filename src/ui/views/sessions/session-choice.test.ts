import { expect, test } from 'vitest';
import { sessionReport } from '../../workbench.fixture.ts';
import { choiceOf, ownRule, ownText, ruleOf } from './session-choice.ts';

const { candidates } = sessionReport();

test('a candidate that is picked is the one shown as picked', () => {
  const rule = ruleOf('candidate-1', candidates);
  expect(rule).toEqual(candidates[1]?.rule);
  expect(choiceOf(structuredClone(rule ?? 'auto'), candidates)).toBe('candidate-1');
});

test.each([
  ['pattern', 'task (\\d+)'],
  ['pause', '2.5'],
  ['time', '60'],
  ['lines', '200'],
] as const)("a rule of one's own keeps its kind and text: %s", (kind, text) => {
  const rule = ownRule(kind, text);
  expect(rule && choiceOf(rule, candidates)).toBe(kind);
  expect(rule && ownText(kind, rule)).toBe(text);
});

test.each([
  ['pattern', ''],
  ['pause', '0'],
  ['time', 'soon'],
  ['lines', '-3'],
  ['lines', '2.5'],
] as const)('%s from "%s" is no rule', (kind, text) => {
  expect(ownRule(kind, text)).toBeUndefined();
});

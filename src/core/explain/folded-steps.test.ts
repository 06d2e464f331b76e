import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EditTable } from './edit-steps.ts';
import { foldSteps, withMoves } from './folded-steps.ts';

const keysOf = (text: string) => [...text].map((letter) => letter.charCodeAt(0) - 97);
const stepsOf = (one: string, other: string) =>
  withMoves(new EditTable(keysOf(one), { atStart: false, atEnd: false }).stepsTo(keysOf(other)));

/** The steps that depart; `@` and where an event came instead. */
const departures = (one: string, other: string) =>
  stepsOf(one, other)
    .filter(({ is }) => is !== 'same')
    .map(({ is, key, cameAt }) => `${is} ${String.fromCharCode(97 + key)}${cameAt === undefined ? '' : `@${cameAt}`}`);

test('an event that came later is not simply missing', () => {
  expect(departures('acdb', 'abcd')).toEqual(['missing b@3', 'extra b@3']);
  expect(departures('dabc', 'abcd')).toEqual(['extra d@0', 'missing d@0']);
});

test('one that is missing once and came twice elsewhere moved once', () => {
  expect(departures('acdbb', 'abcd')).toEqual(['missing b@3', 'extra b@3', 'extra b']);
  expect(departures('ad', 'abcd')).toEqual(['missing b', 'missing c']);
});

test('of long runs of the same steps their ends are left', () => {
  const folded = foldSteps(stepsOf('abcdefgijkl', 'abcdefghijkl'));
  expect(folded.map((step) => (step.is === 'folded' ? step.steps : String.fromCharCode(97 + step.key)))).toEqual([
    6,
    'g',
    'h',
    'i',
    3,
  ]);
});

test('what is extra several times in a row is one step', () => {
  const folded = foldSteps(stepsOf('abxxxyc', 'abc'));
  expect(folded.map((step) => (step.is === 'folded' ? step : [step.is, step.times]))).toEqual([
    { is: 'folded', steps: 1 },
    ['same', 1],
    ['extra', 3],
    ['extra', 1],
    ['same', 1],
  ]);
});

test('nothing is lost by folding', () => {
  const sequence = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 });
  fc.assert(
    fc.property(sequence, sequence, (one, other) => {
      const steps = withMoves(new EditTable(one, { atStart: false, atEnd: false }).stepsTo(other));
      const folded = foldSteps(steps);
      expect(folded.reduce((sum, step) => sum + (step.is === 'folded' ? step.steps : step.times), 0)).toBe(
        steps.length,
      );
      const shown = folded.flatMap((step) =>
        step.is === 'folded' || step.is === 'same' ? [] : Array(step.times).fill([step.is, step.key]),
      );
      expect(shown).toEqual(steps.filter(({ is }) => is !== 'same').map(({ is, key }) => [is, key]));
    }),
  );
});

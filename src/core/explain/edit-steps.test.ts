import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CutSides, type EditStep, EditTable } from './edit-steps.ts';

const WHOLE: CutSides = { atStart: false, atEnd: false };
const keysOf = (text: string) => [...text].map((letter) => letter.charCodeAt(0) - 97);
const letterOf = (key: number) => String.fromCharCode(97 + key);

/** `+x` extra, `-x` missing, `x~y` came where `y` was due. */
function aligned(one: string, other: string, cut = WHOLE): string {
  return new EditTable(keysOf(one), cut).stepsTo(keysOf(other)).map(textOf).join(' ');
}

function textOf(step: EditStep): string {
  const letter = letterOf(step.key);
  if (step.is === 'swapped') return `${letter}~${letterOf(step.due)}`;
  return { same: '', extra: '+', missing: '-' }[step.is] + letter;
}

test.each([
  ['abcd', 'abcd', 'a b c d'],
  ['acd', 'abcd', 'a -b c d'],
  ['abxcd', 'abcd', 'a b +x c d'],
  ['acbd', 'abcd', 'a c~b b~c d'],
  ['axd', 'abd', 'a -b +x d'],
  ['', 'ab', '-a -b'],
  ['ab', '', '+a +b'],
  ['', '', ''],
])('%s beside %s', (one, other, expected) => {
  expect(aligned(one, other)).toBe(expected);
});

test('what the data cut off is not missing', () => {
  expect(aligned('ab', 'abcd', { atStart: false, atEnd: true })).toBe('a b');
  expect(aligned('cd', 'abcd', { atStart: true, atEnd: false })).toBe('c d');
  expect(aligned('bxc', 'abcd', { atStart: true, atEnd: true })).toBe('b +x c');
  expect(aligned('b', 'abcd', { atStart: false, atEnd: true })).toBe('-a b');
});

test('a distance that is too large is not told', () => {
  const table = new EditTable(keysOf('abcdef'), WHOLE);
  expect(table.distanceTo(keysOf('abef'), 2)).toBe(2);
  expect(table.distanceTo(keysOf('abef'), 1)).toBeUndefined();
  expect(table.distanceTo(keysOf('abefab'), 3)).toBeUndefined();
  expect(table.distanceTo(keysOf('abcdefghijkl'), 3)).toBeUndefined();
});

describe('of any two sequences', () => {
  const sequence = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 12 });
  const cuts = fc.record({ atStart: fc.boolean(), atEnd: fc.boolean() });
  const costOf = (steps: readonly EditStep[]) =>
    steps.reduce((sum, { is }) => sum + { same: 0, extra: 1, missing: 1, swapped: 0.5 }[is], 0);
  const ownOf = (steps: readonly EditStep[]) => steps.flatMap((step) => (step.is === 'missing' ? [] : [step.key]));
  const otherOf = (steps: readonly EditStep[]) =>
    steps.flatMap((step) => (step.is === 'extra' ? [] : [step.is === 'swapped' ? step.due : step.key]));

  test('the steps are both of them, and cost what the distance is', () => {
    fc.assert(
      fc.property(sequence, sequence, cuts, (one, other, cut) => {
        const table = new EditTable(one, cut);
        const steps = table.stepsTo(other);
        expect(ownOf(steps)).toEqual(one);
        const part = otherOf(steps);
        if (!cut.atStart) expect(part).toEqual(other.slice(0, part.length));
        if (!cut.atEnd) expect(part).toEqual(other.slice(other.length - part.length));
        expect(other.join('')).toContain(part.join(''));
        expect(costOf(steps)).toBe(table.distanceTo(other, 24));
      }),
    );
  });

  test('the distance is that of the definition, within any bound and after other sequences', () => {
    fc.assert(
      fc.property(sequence, fc.array(sequence, { maxLength: 4 }), fc.nat(10), (one, others, most) => {
        const table = new EditTable(one, WHOLE);
        for (const other of others) {
          const distance = reference(one, other);
          expect(table.distanceTo(other, most)).toBe(distance > most ? undefined : distance);
        }
      }),
    );
  });

  test('with sides cut off it is the least to any part that may be meant', () => {
    fc.assert(
      fc.property(sequence, sequence, cuts, (one, other, cut) => {
        const starts = cut.atStart ? [...other.keys(), other.length] : [0];
        const ends = (from: number) =>
          cut.atEnd ? [...other.keys(), other.length].filter((to) => to >= from) : [other.length];
        const all = starts.flatMap((from) => ends(from).map((to) => reference(one, other.slice(from, to))));
        expect(new EditTable(one, cut).distanceTo(other, 24)).toBe(Math.min(...all));
      }),
    );
  });
});

/** The whole table, by the definition. */
function reference(one: readonly number[], other: readonly number[]): number {
  const rows = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => i + j),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= one.length; i++) {
    for (let j = 1; j <= other.length; j++) {
      const ways = [at(i - 1, j) + 1, at(i, j - 1) + 1];
      if (one[i - 1] === other[j - 1]) ways.push(at(i - 1, j - 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) ways.push(at(i - 2, j - 2) + 1);
      (rows[i] ?? [])[j] = Math.min(...ways);
    }
  }
  return at(one.length, other.length);
}

import { expect, test } from 'vitest';
import { BEGIN, END } from './graph-node.ts';
import { taskOfLetters } from './letters.fixture.ts';
import { asExpected, disagrees, WayChances } from './way-chances.ts';

const [A, B, C] = [0, 1, 2] as const;
const task = taskOfLetters([
  ['abc', 90],
  ['ac', 10],
]);
const ways = new Map([
  [-1, new Map([[A, 100]])],
  [
    A,
    new Map([
      [B, 60],
      [C, 39.6],
      [25, 300],
    ]),
  ],
  [B, new Map([[C, 90]])],
  [
    C,
    new Map([
      [-1, 99.7],
      [B, 0.3],
    ]),
  ],
]);

test('both shares are of what may come after a step in the task', () => {
  const chances = new WayChances(task, ways);
  expect(chances.of(BEGIN, A)).toEqual({ counted: 1, expected: 1 });
  expect(chances.of(A, B)).toEqual({ counted: 0.9, expected: 60 / 99.6 });
  expect(chances.of(C, END)).toEqual({ counted: 1, expected: 0.997 });
  expect(chances.of(B, END)).toEqual({ counted: 0, expected: 0 });
});

test('where one of them never came to a step there is nothing to compare', () => {
  expect(new WayChances(task, new Map()).of(A, B)).toBeUndefined();
  expect(new WayChances(task, ways).of(25, B)).toBeUndefined();
});

test('they disagree strongly from 20 points on', () => {
  expect(disagrees({ counted: 0.9, expected: 0.6 })).toBe(true);
  expect(disagrees({ counted: 0.1, expected: 0.29 })).toBe(false);
});

test('a way is as often as the model expects it; none is made up, and one that it does not expect is gone', () => {
  const drawn = asExpected(task, new Map([...ways, [B, new Map([[C, 0.4]])]]));
  expect(drawn.edges.map(({ from, to, count }) => [from, to, count])).toEqual(
    task.edges
      .filter(({ from }) => from !== B)
      .map(({ from, to }) => [from, to, Math.round(ways.get(from)?.get(to) ?? Number.NaN)]),
  );
});

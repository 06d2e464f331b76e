import { describe, expect, test } from 'vitest';
import { createRandom } from '../base/random.ts';
import { finish } from '../base/steps.ts';
import { range } from '../sequence/split.ts';
import { findLeftOut } from './leave-out.ts';
import { sequenceLog } from './sequence-log.fixture.ts';

const random = createRandom(1);
/** Sessions that open, write a few times and close. */
const USUAL = range(0, 200).map(() => [0, ...Array<number>(1 + Math.floor(3 * random.uniform())).fill(1), 2]);
const ODD = [0, 1, 3, 3, 3, 3, 1, 2];

const leftOut = (keys: number[][]) =>
  finish(findLeftOut(sequenceLog(keys), range(0, keys.length))).map(({ session }) => session);

describe('what is left out of training', () => {
  test('nothing, where sessions are of one kind', () => {
    expect(leftOut(USUAL)).toEqual([]);
  });

  test('a session that stands apart', () => {
    expect(leftOut([...USUAL.slice(0, 50), ODD, ...USUAL.slice(50)])).toEqual([50]);
  });

  test('several that are odd in the same way', () => {
    const keys = [...USUAL];
    for (const at of [20, 21, 90]) keys[at] = ODD;
    expect(leftOut(keys)).toEqual([20, 21, 90]);
  });

  test('not a kind of its own, however unlike the others', () => {
    const keys = USUAL.map((session, at) => (at % 4 === 0 ? ODD : session));
    expect(leftOut(keys)).toEqual([]);
  });

  test('the same, where what waits is let in between the steps of it', () => {
    const keys = [...USUAL.slice(0, 50), ODD, ...USUAL.slice(50)];
    const steps = [...findLeftOut(sequenceLog(keys), range(0, keys.length))];
    // Two rounds of three detectors, five parts each, learning and scoring apart.
    expect(steps).toHaveLength(60);
  });

  test('nothing of very few sessions', () => {
    expect(leftOut([[0, 1], ODD])).toEqual([]);
    expect(leftOut([])).toEqual([]);
  });
});

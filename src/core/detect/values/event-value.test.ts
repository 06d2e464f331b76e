import { describe, expect, test } from 'vitest';
import type { LogKey } from '../../base/brand.ts';
import { createRandom } from '../../base/random.ts';
import type { Unit } from '../../drain/measure.ts';
import { sessionTable } from '../../sequence/session-table.fixture.ts';
import { range } from '../../sequence/split.ts';
import { eventValue } from './event-value.ts';
import type { ValuedLog } from './line-values.ts';

const TEXTS = ['open <*>', 'wrote <*> in <*> for <*>'];
const textOf = (key: number) => TEXTS[key] ?? 'END';
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');
const WORDS = ['root', 'bob', 'eve'];
const KEY = 1 as LogKey;
const amount = (wildcard: number, unit: Unit) => ({ key: KEY, wildcard, nth: 0, kind: 'number', unit }) as const;

/** Sessions of two events, of which the second has three values: an amount, a code and a word. */
function writes(rows: readonly (readonly [number, number, string])[]): ValuedLog {
  const sessions = sessionTable(rows.map(() => [0, 1]));
  const at = Uint32Array.from({ length: 2 * rows.length + 1 }, (_, line) => 3 * (line >> 1));
  const value = Float32Array.from(rows.flatMap(([size, code, word]) => [size, code, WORDS.indexOf(word)]));
  const slots = [amount(0, 'ms'), amount(1, ''), { key: KEY, wildcard: 2, nth: 0, kind: 'word', unit: '' } as const];
  return { sessions, values: { slots, firstSlot: Int32Array.of(0, 0, 3), at, value, words: WORDS } };
}

const random = createRandom(1);
const usual = range(0, 300).map((row) => [100 + 10 * random.normal(), row % 7 === 0 ? 404 : 200, 'root'] as const);

describe('event values', () => {
  const log = writes([...usual, [150, 200, 'root'], [100, 500, 'root'], [100, 200, 'eve'], [Number.NaN, 200, 'root']]);
  const norms = eventValue.fit(log, range(0, 300));
  const judge = eventValue.judge(norms, log);
  const most = Math.max(...range(0, 300).map((session) => judge.score(session)));

  test('an amount five deviations off scores more than all usual ones', () => {
    expect(judge.score(300)).toBeGreaterThan(most + 1);
    const blame = judge.explain(300, textOf);
    expect(blame).toMatchObject({ cause: 'odd-parameter', position: 1 });
    expect(plain(blame?.sentence)).toMatch(
      /^"wrote <\*> in <\*> for <\*>" came with 150 ms as <\*> 1; 7\d(\.\d)? ms to 12\d ms is usual\.$/,
    );
  });

  test.each([
    [301, 'came with 500 as <*> 2; 200 and 404 are usual.'],
    [302, 'came with "eve" as <*> 3; "root" is usual.'],
  ])('in session %i a value that never came where few do is odd', (session, sentence) => {
    expect(judge.score(session)).toBeCloseTo(Math.log(301) - Math.log(3) - Math.log(20));
    expect(judge.explain(session, textOf)?.sentence).toContain(sentence);
  });

  test('what a line lacks is not judged', () => {
    expect(judge.score(303)).toBe(0);
    expect(judge.explain(303, textOf)).toBeUndefined();
  });

  test('what was learnt is plain data, and serves a log whose words have other numbers', () => {
    const other = writes([
      [100, 200, 'bob'],
      [100, 200, 'root'],
    ]);
    const turned = {
      ...other,
      values: { ...other.values, words: ['bob', 'root'], value: Float32Array.of(100, 200, 0, 100, 200, 1) },
    };
    const copy = eventValue.judge(JSON.parse(JSON.stringify(norms)), turned);
    expect(copy.score(0)).toBeGreaterThan(0);
    expect(copy.score(1)).toBe(0);
  });

  test('another unit is not compared', () => {
    const { sessions, values } = writes([[150, 200, 'root']]);
    const slots = values.slots.map((slot) => (slot.wildcard === 0 ? { ...slot, unit: 'bytes' as const } : slot));
    expect(eventValue.judge(norms, { sessions, values: { ...values, slots } }).score(0)).toBe(0);
  });

  test('a counter is no amount, and few values tell nothing', () => {
    expect(eventValue.fit(writes(usual.map(([, code, word], row) => [row, code, word])), range(0, 300))).toHaveLength(
      2,
    );
    expect(eventValue.fit(log, range(0, 20))).toEqual([]);
    expect(eventValue.judge(eventValue.fit(log, []), log).score(300)).toBe(0);
  });

  test('amounts that spread upwards are compared by ratios', () => {
    const skewed = usual.map(([size]) => [Math.exp((size - 100) / 10), 200, 'root'] as const);
    const [norm] = eventValue.fit(writes(skewed), range(0, 300));
    expect(norm).toMatchObject({ kind: 'amount', norm: { offset: 0 } });
  });
});

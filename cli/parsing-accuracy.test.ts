import { describe, expect, test } from 'vitest';
import { meanAccuracy, parsingAccuracy } from './parsing-accuracy.ts';

function lines(...rows: readonly string[]) {
  return rows.map((row) => {
    const [group = '', ...template] = row.split(' ');
    return { group, template: template.join(' ') };
  });
}

describe('parsing accuracy', () => {
  test('is 1 for the truth, whatever the groups are called', () => {
    const truth = lines('E1 a <*>', 'E1 a <*>', 'E2 b');
    expect(parsingAccuracy(lines('7 a <*>', '7 a <*>', '9 b'), truth)).toEqual({ ga: 1, fga: 1, pa: 1, fta: 1 });
  });

  test('counts no line of a group that is split or merged', () => {
    const truth = lines('E1 a <*>', 'E1 a <*>', 'E2 b', 'E3 c');
    const split = parsingAccuracy(lines('1 a <*>', '2 a <*>', '3 b', '4 c'), truth);
    expect(split).toEqual({ ga: 2 / 4, fga: 4 / 7, pa: 1, fta: 4 / 7 });
    const merged = parsingAccuracy(lines('1 a <*>', '1 a <*>', '2 <*>', '2 <*>'), truth);
    expect(merged).toEqual({ ga: 2 / 4, fga: 2 / 5, pa: 2 / 4, fta: 2 / 5 });
  });

  test('takes a word with a wildcard in it for a wildcard, and compares all other words', () => {
    const truth = lines('E1 block blk_<*> from /<*>:<*> <*>', 'E2 end');
    expect(parsingAccuracy(lines('1 block <*> from <*>', '2 end.'), truth)).toEqual({
      ga: 1,
      fga: 1,
      pa: 0.5,
      fta: 0.5,
    });
  });

  test('refuses parses of another length', () => {
    expect(() => parsingAccuracy(lines('1 a'), lines('1 a', '1 a'))).toThrow(RangeError);
    expect(() => parsingAccuracy([], [])).toThrow(RangeError);
  });

  test('averages over systems', () => {
    const mean = meanAccuracy([
      { ga: 1, fga: 1, pa: 1, fta: 1 },
      { ga: 0, fga: 0.5, pa: 1, fta: 0 },
    ]);
    expect(mean).toEqual({ ga: 0.5, fga: 0.75, pa: 1, fta: 0.5 });
  });
});

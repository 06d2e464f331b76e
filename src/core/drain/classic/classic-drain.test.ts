import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ClassicDrain, type ClassicDrainOptions } from './classic-drain.ts';

const OPTIONS: ClassicDrainOptions = { similarity: 0.5, depth: 4, maxChildren: 100, maxClusters: 1000 };

function mine(lines: readonly string[], options: Partial<ClassicDrainOptions> = {}) {
  const drain = new ClassicDrain({ ...OPTIONS, ...options });
  const clusters = lines.map((line) => drain.add(line === '' ? [] : line.split(' ')));
  return { clusters, templates: drain.templates().map((tokens) => tokens.join(' ')) };
}

test('lines that are similar enough share a cluster, and what differs becomes <*>', () => {
  expect(mine(['send file a', 'send file b', 'send mail now', 'send disk c d'])).toEqual({
    clusters: [0, 0, 1, 2],
    templates: ['send file <*>', 'send mail now', 'send disk c d'],
  });
});

test('similarity counts equal constants only: a <*> is like nothing', () => {
  expect(mine(['get a 1 x', 'get b 2 x', 'get c 3 y']).templates).toEqual(['get <*> <*> x', 'get c 3 y']);
  expect(mine(['get a 1 x', 'get b 2 x', 'get c 3 y'], { similarity: 0.25 }).templates).toEqual(['get <*> <*> <*>']);
});

test('of equally similar clusters the one with more parameters wins, then the older one', () => {
  const founded = ['do a b c d e', 'do a x y z w', 'do a x y z v'];
  expect(mine([...founded, 'do a q q q q'], { similarity: 0.3 }).clusters).toEqual([0, 0, 0, 0]);
  const apart = mine([...founded, 'do a q q q q', 'do a m m m m'], { similarity: 0.5 });
  expect(apart.clusters).toEqual([0, 1, 1, 2, 3]);
  expect(mine(['k a b c', 'k a x y', 'k q q c', 'k a q q'], { similarity: 0.75 }).clusters).toEqual([0, 1, 2, 3]);
});

describe('the tree', () => {
  test('depth 4 is led by one token, depth 5 by two', () => {
    const lines = ['a b c d e f', 'a x c d e f', 'z b c d e f'];
    expect(mine(lines, { depth: 3 }).clusters).toEqual([0, 0, 0]);
    expect(mine(lines, { depth: 4 }).clusters).toEqual([0, 0, 1]);
    expect(mine(lines, { depth: 5 }).clusters).toEqual([0, 1, 2]);
  });

  test('leading tokens with a digit share a branch', () => {
    expect(mine(['job7 is now done', 'job8 is now done']).templates).toEqual(['<*> is now done']);
  });

  test('a full node sends new words to <*>, and keeps one place for it', () => {
    const lines = ['1 p q r', 'a b c d', 'e f g h', 'i j k l', 'm j k l', 'e j k l'];
    expect(mine(lines, { maxChildren: 3 }).clusters).toEqual([0, 1, 2, 3, 3, 4]);
    expect(mine(lines, { maxChildren: 4 }).clusters).toEqual([0, 1, 2, 3, 4, 5]);
    expect(mine(lines.slice(1), { maxChildren: 3 }).clusters).toEqual([0, 1, 2, 2, 3]);
  });

  test('lines too short for the tree join equal ones only', () => {
    expect(mine(['up', 'down', 'up', '', ''], { similarity: 0.1 })).toEqual({
      clusters: [0, 1, 0, 2, 2],
      templates: ['up', 'down', ''],
    });
  });
});

test('a line with too few constants to be similar to itself joins equal ones only', () => {
  expect(mine(['put <*> <*> x', 'put <*> <*> x', 'put a b x', 'put <*> b x'], { similarity: 0.75 })).toEqual({
    clusters: [0, 0, 1, 1],
    templates: ['put <*> <*> x', 'put <*> b x'],
  });
});

test('clusters are bounded; a line that would need one more is refused', () => {
  expect(mine(['a x', 'b x', 'c x', 'a x', 'd'], { maxClusters: 2 }).clusters).toEqual([0, 1, -1, 0, -1]);
  expect(mine(['c', 'c', 'd', 'c'], { maxClusters: 1 }).clusters).toEqual([0, 0, -1, 0]);
});

test('templates differ, and each line fits the final one of its cluster, whatever its words are', () => {
  const word = fc.constantFrom('__proto__', 'constructor', 'toString', 'a', 'b', 'c', 'x1', '2', '<*>');
  const line = fc.array(word, { maxLength: 6 });
  const options = fc.record({
    similarity: fc.constantFrom(0.1, 0.5, 0.9),
    depth: fc.integer({ min: 3, max: 6 }),
    maxChildren: fc.integer({ min: 1, max: 4 }),
    maxClusters: fc.constant(1000),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 60 }), options, (lines, settings) => {
      const drain = new ClassicDrain(settings);
      const clusters = lines.map((tokens) => drain.add(tokens));
      expect(new Set(drain.templates().map((tokens) => tokens.join(' '))).size).toBe(drain.templates().length);
      lines.forEach((tokens, i) => {
        const template = drain.templates()[clusters[i] ?? -1];
        expect(template).toHaveLength(tokens.length);
        expect(template?.every((token, at) => token === '<*>' || token === tokens[at])).toBe(true);
      });
    }),
  );
});

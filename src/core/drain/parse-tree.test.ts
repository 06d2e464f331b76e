import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ParseTree, type ParseTreeOptions } from './parse-tree.ts';

const OPTIONS: ParseTreeOptions = {
  depth: 4,
  similarity: 0.5,
  maxChildren: 4,
  maxComparisons: 1000,
  maxWords: 10_000,
};

function membersOf(sequences: readonly (readonly number[])[], options = OPTIONS): (readonly number[])[] {
  const tree = new ParseTree(options);
  for (const [member, words] of sequences.entries()) tree.add(Int32Array.from(words), 0, words.length, member);
  return tree.clusters.map(({ members }) => members);
}

/** The tree written down plainly: every cluster of the leaf is compared. Word 0 is the wildcard. */
function plainDrain(sequences: readonly (readonly number[])[], { depth, similarity, maxChildren } = OPTIONS) {
  const children = new Map<string, Set<number>>();
  const clusters: { leaf: string; words: number[]; members: number[] }[] = [];
  for (const [member, words] of sequences.entries()) {
    let leaf = `${words.length}:`;
    for (const word of words.slice(0, depth - 2)) {
      const known = children.get(leaf) ?? new Set();
      children.set(leaf, known);
      const next = known.has(word) || known.size < maxChildren - 1 ? word : 0;
      known.add(next);
      leaf += ` ${next}`;
    }
    const equal = (other: readonly number[]) => other.filter((word, i) => word === words[i]).length;
    const similar = clusters
      .filter((one) => one.leaf === leaf && equal(one.words) >= similarity * words.length)
      .sort((a, b) => equal(b.words) - equal(a.words))[0];
    if (!similar) clusters.push({ leaf, words: [...words], members: [member] });
    similar?.members.push(member);
    if (similar) similar.words = similar.words.map((word, i) => (word === words[i] ? word : 0));
  }
  return clusters.map(({ members }) => members);
}

describe('the tree', () => {
  const sequence = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 7 });
  const sequences = fc.uniqueArray(sequence, { maxLength: 80, selector: String, size: 'max' });

  test.each([0.2, 0.5, 0.75, 1])('at similarity %s, finds the clusters that comparing with all finds', (similarity) => {
    fc.assert(
      fc.property(sequences, (all) => {
        expect(membersOf(all, { ...OPTIONS, similarity })).toEqual(plainDrain(all, { ...OPTIONS, similarity }));
      }),
    );
  });

  test('takes a sequence without words', () => {
    expect(membersOf([[], [1]])).toEqual([[0], [1]]);
  });

  test('refuses what would need more words than it may hold', () => {
    const tree = new ParseTree({ ...OPTIONS, maxWords: 5 });
    const words = Int32Array.of(1, 2, 3, 4, 5, 6, 1, 2, 7);
    expect(tree.add(words, 0, 3, 0)).toBe(true);
    expect(tree.add(words, 3, 6, 1)).toBe(false);
    expect(tree.add(words, 6, 9, 2)).toBe(true);
    expect(tree.clusters).toMatchObject([{ members: [0, 2] }]);
  });

  test('within few comparisons, prefers clusters that share rare words', () => {
    const common = Array.from({ length: 50 }, (_, i) => [0, 0, 10 + i, 1, 70 + i, 130 + i]);
    const rare = [0, 0, 9, 2, 8, 7];
    const all = [...common, rare, [0, 0, 9, 1, 8, 6]];
    expect(membersOf(all, { ...OPTIONS, similarity: 0.6, maxComparisons: 1 }).at(-1)).toEqual([50, 51]);
  });
});

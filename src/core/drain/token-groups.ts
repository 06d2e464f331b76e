import { IntList } from '../base/int-list.ts';
import type { Signature } from '../scan/scanned-log.ts';
import { MAX_TOKENS } from '../scan/tokens.ts';
import type { WordTable } from './word-table.ts';

/** What mining looks at in a signature. */
export type CountedTokens = Pick<Signature, 'tokens' | 'count'>;

/**
 * Signatures with the same tokens, as one group each. Groups are numbered by falling number of lines, then by text: the same
 * in whatever order signatures come and however lines are spread over those with equal tokens.
 */
export interface TokenGroups {
  /** Words of group g: `words[start[g]..start[g + 1])`. */
  readonly words: Int32Array;
  /** Shape [groups + 1]. */
  readonly start: Int32Array;
  /** Shape [groups]. */
  readonly lines: Float64Array;
  /** Shape [signatures]; -1 for one that was not wanted. */
  readonly groupOf: Int32Array;
}

/** @param table takes up the words; of a signature, the first {@link MAX_TOKENS} */
export function groupByTokens(
  signatures: readonly CountedTokens[],
  wanted: (index: number) => boolean,
  table: WordTable,
): TokenGroups {
  const sequences = new SequenceSet();
  const lines: number[] = [];
  const groupOf = Int32Array.from(signatures, ({ tokens, count }, index) => {
    if (!wanted(index)) return -1;
    const group = sequences.add(tokens, table);
    lines[group] = (lines[group] ?? 0) + count;
    return group;
  });
  return inOrder(sequences, lines, groupOf, table);
}

/** Distinct word sequences, numbered in the order they were first seen. Open addressing, at most half full. */
class SequenceSet {
  readonly words = new IntList();
  readonly start = new IntList();
  private readonly hashes = new IntList();
  /** Number of each sequence, counted from 1, for 0 marks a free slot. */
  private slots = new Int32Array(1024);

  constructor() {
    this.start.push(0);
  }

  get size(): number {
    return this.hashes.length;
  }

  add(tokens: readonly string[], table: WordTable): number {
    const { words, start, slots, size } = this;
    const from = words.length;
    let hash = 0;
    for (let i = 0; i < tokens.length && i < MAX_TOKENS; i++) {
      const word = table.add(tokens[i] as string);
      words.push(word);
      hash = Math.imul(hash ^ word, 0x85ebca6b) + 1;
      hash ^= hash >>> 15;
    }
    const slot = this.slotOf(hash, from);
    const known = slots[slot] as number;
    if (known > 0) {
      words.length = from;
      return known - 1;
    }
    slots[slot] = size + 1;
    this.hashes.push(hash);
    start.push(words.length);
    if (2 * size >= slots.length - 2) this.grow();
    return size;
  }

  /** Where the sequence that begins at `from` stands, or is to stand. */
  private slotOf(hash: number, from: number): number {
    const { slots } = this;
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0 && !this.equals((slots[slot] as number) - 1, hash, from)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private equals(number: number, hash: number, from: number): boolean {
    if (this.hashes.at(number) !== hash) return false;
    const { values: words, length: end } = this.words;
    const start = this.start.at(number);
    const length = this.start.at(number + 1) - start;
    if (length !== end - from) return false;
    for (let i = 0; i < length; i++) if (words[start + i] !== words[from + i]) return false;
    return true;
  }

  private grow(): void {
    const slots = new Int32Array(2 * this.slots.length);
    for (let number = 0; number < this.size; number++) {
      let slot = this.hashes.at(number) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    this.slots = slots;
  }
}

function inOrder(
  sequences: SequenceSet,
  linesOf: readonly number[],
  sequenceOf: Int32Array,
  table: WordTable,
): TokenGroups {
  const { size, words: unordered } = sequences;
  const byText = (a: number, b: number) => compareTexts(sequences, a, b, table);
  const order = Array.from(linesOf, (_, sequence) => sequence);
  order.sort((a, b) => (linesOf[b] as number) - (linesOf[a] as number) || byText(a, b));
  const words = new Int32Array(unordered.length);
  const start = new Int32Array(size + 1);
  const groupOfSequence = new Int32Array(size);
  for (const [group, sequence] of order.entries()) {
    const own = unordered.values.subarray(sequences.start.at(sequence), sequences.start.at(sequence + 1));
    words.set(own, start[group] as number);
    start[group + 1] = (start[group] as number) + own.length;
    groupOfSequence[sequence] = group;
  }
  const lines = Float64Array.from(order, (sequence) => linesOf[sequence] as number);
  const groupOf = sequenceOf.map((sequence) => (sequence < 0 ? -1 : (groupOfSequence[sequence] as number)));
  return { words, start, lines, groupOf };
}

function compareTexts({ words, start }: SequenceSet, a: number, b: number, table: WordTable): number {
  const { values } = words;
  const endA = start.at(a + 1);
  const endB = start.at(b + 1);
  for (let i = start.at(a), j = start.at(b); i < endA && j < endB; i++, j++) {
    const word = values[i] as number;
    const other = values[j] as number;
    if (word !== other) return table.textOf(word) < table.textOf(other) ? -1 : 1;
  }
  return endA - start.at(a) - (endB - start.at(b));
}

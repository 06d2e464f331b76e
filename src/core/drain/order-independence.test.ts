import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../scan/tokens.ts';
import { type DrainOptions, mineTemplates } from './mine.ts';

const name = fc.constantFrom('ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'gil');
const number = fc.integer({ min: 0, max: 999 });
const state = fc.constantFrom('started', 'stopped', 'paused');

/** What a small program prints, and lines that nobody foresaw. */
const line = fc.oneof(
  fc.tuple(name, number).map(([user, port]) => `Accepted login of ${user} from 10.0.0.${port % 9} port ${port}`),
  fc.tuple(state, number).map(([how, id]) => `VM ${how} on request ${id}`),
  fc.tuple(state, name).map(([how, user]) => `VM ${how} on request of ${user}`),
  fc
    .tuple(fc.constantFrom('RUNNING', 'FAILED', 'NEW', 'SETUP', 'DONE'), number)
    .map(([to, id]) => `task_${id} -> ${to}`),
  fc.array(name, { minLength: 1, maxLength: 4 }).map((users) => `present: ${users.join(' ')} now`),
  fc.array(fc.oneof(name, state, number.map(String)), { maxLength: 5 }).map((words) => words.join(' ')),
);
const files = fc.array(fc.array(line, { maxLength: 30 }), { minLength: 1, maxLength: 4 });
const bounds: fc.Arbitrary<Partial<DrainOptions>> = fc.constantFrom(
  {},
  { maxClusters: 4 },
  { maxWords: 20 },
  { maxComparisons: 2 },
  { maxChildren: 2 },
);

/**
 * Mines a log whose lines with the same text are one signature, or several: their tokens agree, as those of different
 * skeletons may.
 */
function mine(lines: readonly string[], signaturesEach: number, options: Partial<DrainOptions>) {
  const indexOf = new Map<string, number>();
  const signatures: { tokens: readonly string[]; count: number }[] = [];
  const signatureOf = lines.map((text, at) => {
    const key = `${at % signaturesEach} ${text}`;
    const index = indexOf.get(key) ?? signatures.push({ tokens: tokenize(text), count: 0 }) - 1;
    indexOf.set(key, index);
    const signature = signatures[index];
    if (signature) signature.count++;
    return index;
  });
  const { miner, keyOfSignature, overflow } = mineTemplates(signatures, options);
  const keyOfText = new Map(lines.map((text, at) => [text, keyOfSignature[signatureOf[at] as number]]));
  return { miner, keyOfText, overflowLines: overflow.lines };
}

test('a log has the same templates and keys in any order of files and lines, however its signatures are cut', () => {
  const shuffled = files.chain((all) => {
    const lines = all.flat();
    return fc.tuple(
      fc.constant(all),
      fc.shuffledSubarray(all, { minLength: all.length }),
      fc.shuffledSubarray(lines, { minLength: lines.length }),
    );
  });
  fc.assert(
    fc.property(shuffled, fc.integer({ min: 1, max: 3 }), bounds, ([all, otherFiles, otherLines], cut, options) => {
      const mined = mine(all.flat(), 1, options);
      expect(mine(otherFiles.flat(), cut, options)).toEqual(mined);
      expect(mine(otherLines, cut, options)).toEqual(mined);
    }),
  );
});

test('a log that is read twice has the templates and keys it has once', () => {
  fc.assert(
    fc.property(files, bounds, (all, options) => {
      const { miner, keyOfText, overflowLines } = mine(all.flat(), 1, options);
      expect(mine([...all, ...all].flat(), 2, options)).toEqual({ miner, keyOfText, overflowLines: 2 * overflowLines });
    }),
  );
});

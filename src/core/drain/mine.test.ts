import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokenize, WILDCARD } from '../scan/tokens.ts';
import { TemplateMatcher } from './match.ts';
import { extendMiner, type MinedTemplates, mineTemplates } from './mine.ts';
import type { CountedTokens } from './token-groups.ts';

function signaturesOf(contents: readonly string[], count = 1): CountedTokens[] {
  return contents.map((content) => ({ tokens: tokenize(content), count }));
}

function textsOf({ miner }: MinedTemplates): string[] {
  return miner.templates.map((tokens) => tokens.join(' '));
}

const NAMES = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay'];

const signature = fc.record({
  tokens: fc.array(
    fc.constantFrom('open', 'close', 'file', 'by', 'ann', 'bob', 'cid', 'dan', 'eve', '__proto__', '<*>'),
    {
      maxLength: 6,
    },
  ),
  count: fc.integer({ min: 1, max: 20 }),
});
const signatures = fc.uniqueArray(signature, { maxLength: 60, selector: ({ tokens }) => tokens.join(' ') });

describe('mined templates', () => {
  test('have a wildcard where many words differ and stay apart where few do', () => {
    const names = NAMES.map((name) => `Accepted login of ${name} from 10.0.0.1 port 22`);
    const states = ['VM started now on request', 'VM stopped now on request'];
    const mined = mineTemplates(signaturesOf([...states, ...names]));
    expect(textsOf(mined)).toEqual([
      'Accepted login of <*> from <*> port <*>',
      'VM started now on request',
      'VM stopped now on request',
    ]);
    expect([...mined.keyOfSignature]).toEqual([1, 2, 0, 0, 0, 0, 0, 0]);
  });

  test('keep an enumeration apart that a rare word joins in millions of lines, and names together', () => {
    const lines = (text: string, count: number) => ({ tokens: text.split(' '), count });
    const states = ['started', 'stopped', 'paused', 'resumed'].flatMap((state) => [
      lines(`the machine was ${state} by <*>`, 600_000),
      lines(`the machine was ${state} by nobody`, 400_000),
    ]);
    const users = NAMES.map((name, i) => lines(`login <*> of ${name}`, 1_000_000 / 20 ** i));
    const mined = mineTemplates([...states, lines('the machine was stranded by <*>', 3), ...users]);
    expect(textsOf(mined).sort()).toEqual([
      'login <*> of <*>',
      ...['paused', 'resumed', 'started', 'stopped', 'stranded'].map((state) => `the machine was ${state} by <*>`),
    ]);
  });

  test('a position that already holds a masked value is not split', () => {
    const mined = mineTemplates(signaturesOf(['job id none was started', 'job id 17 was started']));
    expect(textsOf(mined)).toEqual(['job id <*> was started']);
  });

  test('lists of any length are one template', () => {
    const lists = NAMES.flatMap((name) => [`all files of ${name} 1 done`, `all files of ${name} done`]);
    expect(textsOf(mineTemplates(signaturesOf(lists)))).toEqual(['all files of <*> done']);
  });

  test('are numbered by falling count, then by text', () => {
    const input: CountedTokens[] = [
      { tokens: ['b'], count: 1 },
      { tokens: ['c', 'c'], count: 5 },
      { tokens: ['a', 'a', 'a'], count: 1 },
    ];
    expect(textsOf(mineTemplates(input))).toEqual(['c c', 'a a a', 'b']);
  });

  test('do not depend on the order of signatures', () => {
    fc.assert(
      fc.property(
        signatures.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const a = mineTemplates(all);
          const b = mineTemplates(shuffled);
          expect(b.miner).toEqual(a.miner);
          const keyOf = new Map(all.map(({ tokens }, i) => [tokens.join(' '), a.keyOfSignature[i]]));
          expect([...b.keyOfSignature]).toEqual(shuffled.map(({ tokens }) => keyOf.get(tokens.join(' '))));
        },
      ),
    );
  });

  test('a signature cut in two has the key it had whole', () => {
    fc.assert(
      fc.property(signatures, (all) => {
        const halves = all.flatMap((one) => [
          { ...one, count: 1 },
          { ...one, count: one.count },
        ]);
        const whole = all.map((one) => ({ ...one, count: one.count + 1 }));
        const mined = mineTemplates(halves);
        expect(mined.miner).toEqual(mineTemplates(whole).miner);
        expect(mined.keyOfSignature.filter((_, i) => i % 2 === 0)).toEqual(mineTemplates(whole).keyOfSignature);
      }),
    );
  });

  test('survive JSON and give each signature its key again, with tokens equal except at wildcards', () => {
    fc.assert(
      fc.property(signatures, (all) => {
        const mined = mineTemplates(all);
        const miner = JSON.parse(JSON.stringify(mined.miner));
        const matcher = new TemplateMatcher(miner);
        for (const [i, { tokens }] of all.entries()) {
          const key = matcher.match(tokens);
          expect(key).toBe(mined.keyOfSignature[i]);
          expect(fits(mined.miner.templates[key ?? -1] ?? [], tokens)).toBe(true);
        }
        expect(new Set(mined.keyOfSignature).size).toBe(miner.templates.length);
      }),
    );
  });

  test('exist for no signature, for one and for one without tokens', () => {
    expect(mineTemplates([])).toMatchObject({
      miner: { templates: [], layers: [] },
      keyOfSignature: new Int32Array(0),
    });
    expect(textsOf(mineTemplates(signaturesOf(['one line'])))).toEqual(['one line']);
    const punctuation = mineTemplates(signaturesOf(['====']));
    expect(punctuation.miner.templates).toEqual([[]]);
    expect(new TemplateMatcher(punctuation.miner).match([])).toBe(0);
  });

  test('take the first 256 tokens only', () => {
    const long = Array.from({ length: 10_000 }, (_, i) => `t${'x'.repeat(i % 7)}`);
    const mined = mineTemplates([{ tokens: long, count: 1 }]);
    expect(mined.miner.templates[0]).toHaveLength(256);
    expect(new TemplateMatcher(mined.miner).match(long)).toBe(0);
  });

  test('words that name properties of objects are words', () => {
    const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const mined = mineTemplates(signaturesOf(words));
    expect(textsOf(mined).sort()).toEqual([...words].sort());
  });
});

describe('the bounds', () => {
  const random = Array.from({ length: 400 }, (_, i) => [`${letters(i)}a ${letters(i)}b ${letters(i)}c`]).flat();

  test('are kept, and what is left out is counted and has a key', () => {
    const mined = mineTemplates(signaturesOf(random, 3), { maxWords: 150 });
    expect(mined.miner.templates).toHaveLength(51);
    expect(mined.overflow).toEqual({ signatures: 350, lines: 1050 });
    expect(mined.miner.templates[mined.miner.catchAll]).toEqual([WILDCARD]);
    expect(new TemplateMatcher(mined.miner).match(tokenize(random[399] ?? ''))).toBe(mined.keyOfSignature[399]);
  });

  test('on templates leave out those with the fewest lines, all of equals', () => {
    const frequent = ['started the backup of everything', 'closing down for maintenance now'];
    const names = NAMES.map((name) => `zz login of person called ${name}`);
    const all = [...signaturesOf(random), ...signaturesOf(frequent, 9), ...signaturesOf(names)];
    const mined = mineTemplates(all, { maxClusters: 50 });
    expect(textsOf(mined)).toEqual([...[...frequent].sort(), 'zz login of person called <*>', '<*>']);
    expect(mined.overflow).toEqual({ signatures: random.length, lines: random.length });
  });

  test('hold for parts of split clusters', () => {
    const words = ['a', 'b', 'c', 'd'];
    const all = words.flatMap((x) =>
      words.flatMap((y) => words.flatMap((z) => `the same head ${x} ${y} ${z} and tail`)),
    );
    expect(mineTemplates(signaturesOf(all)).miner.templates.length).toBe(64);
    expect(mineTemplates(signaturesOf(all), { maxClusters: 10 }).miner.templates.length).toBeLessThanOrEqual(13);
  });

  test('nothing is left out of an ordinary log', () => {
    expect(mineTemplates(signaturesOf(random)).overflow).toEqual({ signatures: 0, lines: 0 });
  });
});

describe('an extended miner', () => {
  test('keeps all known templates and their keys, and numbers new ones after them', () => {
    fc.assert(
      fc.property(signatures, signatures, (training, later) => {
        const known = mineTemplates(training);
        const frozen = JSON.stringify(known.miner);
        const extended = extendMiner(known.miner, [...training, ...later]);
        expect(JSON.stringify(known.miner)).toBe(frozen);
        expect(extended.miner.templates.slice(0, known.miner.templates.length)).toEqual(known.miner.templates);
        expect(extended.keyOfSignature.slice(0, training.length)).toEqual(known.keyOfSignature);
        const before = new TemplateMatcher(known.miner);
        const after = new TemplateMatcher(extended.miner);
        for (const [i, { tokens }] of later.entries()) {
          const key = before.match(tokens);
          if (key !== undefined) expect(after.match(tokens)).toBe(key);
          expect(after.match(tokens)).toBe(extended.keyOfSignature[training.length + i]);
        }
      }),
    );
  });

  test('is the same miner when nothing is new', () => {
    const known = mineTemplates(signaturesOf(['one line 1', 'another one']));
    expect(extendMiner(known.miner, signaturesOf(['one line 2'])).miner).toBe(known.miner);
  });
});

/** Whether tokens are those of a collapsed template, each wildcard standing for one or more. */
function fits(template: readonly string[], tokens: readonly string[]): boolean {
  const [first, ...rest] = template;
  if (first === undefined) return tokens.length === 0;
  if (first !== WILDCARD) return tokens[0] === first && fits(rest, tokens.slice(1));
  return tokens.some((_, i) => fits(rest, tokens.slice(i + 1)));
}

function letters(i: number): string {
  return Array.from(String(i), (digit) => 'abcdefghij'[Number(digit)]).join('');
}

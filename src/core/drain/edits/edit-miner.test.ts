import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TemplateMatcher } from '../match.ts';
import { extendMiner, mineTemplates } from '../mine.ts';
import { editEffect } from './edit-effect.ts';
import { editMiner } from './edit-miner.ts';
import { idOf, type MinerEdit, tokensInCommon } from './template-edit.ts';

const seenOf = (texts: readonly string[], trainedOn = texts.length) =>
  texts.map((text, index) => ({ tokens: text.split(' '), lines: 1 + index, inTraining: index < trainedOn }));

function mined(texts: readonly string[], trainedOn = texts.length) {
  const signatures = texts.map((text, index) => ({ tokens: text.split(' '), count: 1 + index }));
  const fitted = mineTemplates(signatures.slice(0, trainedOn)).miner;
  return { miner: extendMiner(fitted, signatures).miner, known: fitted.templates.length };
}

const idsOf = ({ miner }: ReturnType<typeof mined>) => miner.templates.map(idOf);

const NAMES = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay'];
const LOGINS = NAMES.map((name) => `Accepted login of ${name} from <*>`);
const VM = ['VM started on request <*>', 'VM stopped on request <*>'];

test('merged templates are one, which matches what each of them matched', () => {
  const texts = [...VM, ...LOGINS];
  const edited = editMiner(mined(texts), [{ kind: 'merge', templates: [VM[0] ?? '', VM[1] ?? ''] }], seenOf(texts));
  expect(idsOf(edited).sort()).toEqual(['Accepted login of <*> from <*>', 'VM <*> on request <*>']);
  expect(edited.keyOfSeen[0]).toBe(edited.keyOfSeen[1]);
  const matcher = new TemplateMatcher(edited.fitted);
  expect(VM.map((text) => matcher.match(text.split(' ')))).toEqual([...edited.keyOfSeen.subarray(0, 2)]);
});

test('a template that came up after training is known once it is merged with one that did not', () => {
  const later = 'request <*> was dropped';
  const texts = [...LOGINS, later];
  const before = mined(texts, LOGINS.length);
  expect(before.known).toBe(1);
  expect(idsOf(before)).toHaveLength(2);
  const merge: MinerEdit = { kind: 'merge', templates: idsOf(before) };
  const edited = editMiner(before, [merge], seenOf(texts, LOGINS.length));
  expect(edited.known).toBe(1);
  expect(new TemplateMatcher(edited.fitted).match(later.split(' '))).toBe(0);
});

test('each word under a <*> becomes a template; masked values stay together, later words are new', () => {
  const texts = [...LOGINS, 'Accepted login of gil from <*>'];
  const before = mined(texts, LOGINS.length);
  const split: MinerEdit = { kind: 'split', template: 'Accepted login of <*> from <*>', wildcard: 0 };
  const edited = editMiner(before, [split], seenOf(texts, LOGINS.length));
  expect(idsOf(edited).sort()).toEqual([...texts].sort());
  expect(edited.known).toBe(NAMES.length);
  expect(edited.keyOfSeen.at(-1)).toBe(NAMES.length);
  const masked = editMiner(before, [{ ...split, wildcard: 1 }], seenOf(texts, LOGINS.length));
  expect(idsOf(masked)).toEqual(idsOf(before));
});

test('edits of templates that are not there change nothing', () => {
  const before = mined(LOGINS);
  const edits: readonly MinerEdit[] = [
    { kind: 'merge', templates: ['__proto__', 'no'] },
    { kind: 'split', template: 'no', wildcard: 0 },
    { kind: 'split', template: 'Accepted login of <*> from <*>', wildcard: 9 },
  ];
  const edited = editMiner(before, edits, seenOf(LOGINS));
  expect(edited.miner).toEqual(before.miner);
});

test('the effect counts lines that get another template', () => {
  const before = { miner: mined(VM).miner, keyOfLine: Int32Array.of(0, 1, 1, -1, 0), ignored: new Set([1]) };
  const { miner } = editMiner(mined(VM), [{ kind: 'merge', templates: VM }], seenOf(VM));
  expect(editEffect(before, { miner, keyOfLine: Int32Array.of(0, 0, 0, -1, 0), ignored: new Set() })).toEqual({
    lines: 4,
    templatesBefore: 2,
    templatesAfter: 1,
    ignoredBefore: 2,
    ignoredAfter: 0,
    made: [{ id: 'VM <*> on request <*>', lines: 4 }],
  });
});

const words = fc.array(fc.constantFrom('open', 'file', 'by', 'ann', 'bob', 'cid', 'dan', 'eve', '__proto__', '<*>'), {
  minLength: 1,
  maxLength: 5,
});

test('property: a common template stands for a token at least under each <*>, and for both', () => {
  const matches = (template: readonly string[], tokens: readonly string[]): boolean => {
    const [first, ...rest] = template;
    if (first === undefined) return tokens.length === 0;
    if (first !== '<*>') return tokens[0] === first && matches(rest, tokens.slice(1));
    return tokens.some((_, taken) => matches(rest, tokens.slice(taken + 1)));
  };
  fc.assert(
    fc.property(words, words, (a, b) => {
      const common = tokensInCommon(a, b);
      expect(matches(common, a) && matches(common, b)).toBe(true);
    }),
  );
});

test('property: whatever is merged and split, every sequence has one template, known ones first, and a frozen miner agrees', () => {
  const texts = fc.uniqueArray(
    words.map((each) => each.join(' ')),
    { minLength: 1, maxLength: 30 },
  );
  const edits = fc.array(fc.tuple(fc.boolean(), fc.nat(30), fc.nat(30), fc.nat(3)), { maxLength: 5 });
  fc.assert(
    fc.property(texts, edits, fc.nat(30), (log, wanted, cut) => {
      const trainedOn = Math.min(log.length, 1 + cut);
      const before = mined(log, trainedOn);
      const ids = idsOf(before);
      const idAt = (index: number) => ids[index % ids.length] ?? '';
      const list = wanted.map(
        ([isMerge, a, b, wildcard]): MinerEdit =>
          isMerge ? { kind: 'merge', templates: [idAt(a), idAt(b)] } : { kind: 'split', template: idAt(a), wildcard },
      );
      const seen = seenOf(log, trainedOn);
      const edited = editMiner(before, list, seen);
      expect(edited.keyOfSeen.every((key) => key >= 0 && key < edited.miner.templates.length)).toBe(true);
      expect(new Set(idsOf(edited)).size).toBe(edited.miner.templates.length);
      expect(edited.fitted.templates).toEqual(edited.miner.templates.slice(0, edited.known));
      const again = extendMiner(
        edited.miner,
        seen.map(({ tokens, lines }) => ({ tokens, count: lines })),
      );
      expect(again.keyOfSignature).toEqual(edited.keyOfSeen);
      expect(editMiner(mined(log, trainedOn), [], seen).miner).toEqual(before.miner);
    }),
  );
});

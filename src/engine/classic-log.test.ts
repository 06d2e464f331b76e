import { expect, test } from 'vitest';
import { makeClassicReader } from '../core/drain/classic/classic-reader.ts';
import { ClassicScanner } from '../core/drain/classic/classic-scanner.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import { plainText } from '../ingest/decode.ts';
import { applyClassicMiner, classicTexts, keyClassicLog } from './classic-log.ts';

const SETTINGS = { logFormat: '<Level> <Content>', masks: ['\\d+'], similarity: 0.5, depth: 4, maxChildren: 100 };
const LOG = ['I open file a', 'I open file b', '', 'broken', 'W retry in 5 s', 'I open file c', 'E disk is lost'];

function linesOf(text: readonly string[]) {
  const made = makeClassicReader(SETTINGS, compilePattern);
  if (!made.ok) throw new Error(made.message);
  const scanner = new ClassicScanner(made.reader, plainText);
  scanner.beginFile('log', 0);
  scanner.push(new TextEncoder().encode(text.join('\n')));
  return scanner.finish();
}

test('over a whole log every template is known', () => {
  const keyed = keyClassicLog(linesOf(LOG), SETTINGS);
  expect(classicTexts(keyed)).toEqual(['open file <*>', 'disk is lost', 'retry in <*> s']);
  expect([...keyed.keyOfLine]).toEqual([0, 0, -1, -1, 2, 0, 1]);
  expect(keyed.known).toBe(3);
});

test('what does not occur in the training part is new, and a detector gives the same keys', () => {
  const lines = linesOf(LOG);
  const keyed = keyClassicLog(lines, SETTINGS, { isTraining: Uint8Array.of(1, 1, 1, 1, 1, 0, 0) });
  expect(classicTexts(keyed)).toEqual(['open file <*>', 'retry in <*> s', 'disk is lost']);
  expect([...keyed.keyOfLine]).toEqual([0, 0, -1, -1, 1, 0, 2]);
  expect([keyed.known, keyed.fitted.templates.length]).toEqual([2, 2]);
  expect(applyClassicMiner(lines, SETTINGS, keyed.fitted)).toEqual(keyed);
});

import { expect, test } from 'vitest';
import { classicParameterReader } from './classic-values.ts';

test.each<[template: string, content: string, values: readonly string[] | undefined]>([
  ['open file <*>', 'open file a.txt', ['a.txt']],
  ['open file <*>', '  open   file \t a.txt ', ['a.txt']],
  ['src: /<*> dest: /<*>', 'src: /10.0.0.1:50 dest: /10.0.0.2:60', ['10.0.0.1:50', '10.0.0.2:60']],
  ['<*> <*> done', 'a b done', ['a', 'b']],
  ['<*> done', 'done and done', ['done and']],
  ['size=<*>, took <*>ms', 'size=7, took 12ms', ['7', '12']],
  ['<*>', '', ['']],
  ['<*><*> x', 'ab x', ['', 'ab']],
  ['disk is lost', 'disk is lost', []],
  ['disk is lost', 'disk is found', undefined],
  ['a <*> b', 'a b', undefined],
  ['ab<*>bc', 'abc', undefined],
  ['open <*> for <*>', 'open a', undefined],
])('"%s" in "%s"', (template, content, values) => {
  expect(classicParameterReader(template).valuesIn(content)).toEqual(values);
});

test('the places of wildcards are those in the text', () => {
  expect(classicParameterReader('size=<*>, took <*>ms').places).toEqual([
    { start: 5, end: 8 },
    { start: 15, end: 18 },
  ]);
});

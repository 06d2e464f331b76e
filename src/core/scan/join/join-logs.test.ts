import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesOf } from '../../base/packed-column.fixture.ts';
import { detectHeader } from '../detect-header.ts';
import { eachIdentifier } from '../each-identifier.ts';
import { type HeaderFormat, NO_HEADER } from '../header-format.ts';
import type { IdentifierRule } from '../identifier-rule.ts';
import { linesOfKind } from '../line-kinds.ts';
import { LogScanner } from '../log-scanner.ts';
import { nthNumbers } from '../nth-numbers.ts';
import type { ScannedLog } from '../scanned-log.ts';
import { joinLogs } from './join-logs.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const DATED = [
  '2024-05-01 10:00:00 INFO app: Receiving block blk_1 of 5',
  '2024-05-01 10:00:07 WARN app: Served block blk_-2 and blk_1 to 10.0.0.1',
  '2024-05-01 09:59:00 ERROR app: Lost 17 of 20 packets',
];
const header = detectHeader(DATED);
const identifiers: readonly IdentifierRule[] = [{ kind: 'token', before: '', prefix: 'blk_', body: 'number' }];

function scan(files: readonly (readonly string[])[], by: HeaderFormat): ScannedLog {
  const scanner = new LogScanner({ header: by, identifiers, decode: (bytes) => decoder.decode(bytes) });
  files.forEach((lines, file) => {
    const bytes = encoder.encode(lines.map((line) => `${line}\n`).join(''));
    scanner.beginFile(`${file}`, bytes.length);
    scanner.push(bytes);
  });
  return scanner.finish();
}

/** All that is known of a log's lines, whatever its signatures are numbered. */
function facts(log: ScannedLog) {
  const { signatures, sketches, signature, start, severity, time, identifiers: _, numbers: __, ...counts } = log;
  const named: string[][] = Array.from({ length: log.lines }, () => []);
  const [column] = log.identifiers;
  if (column !== undefined) eachIdentifier(column, (line, id) => named[line]?.push(column.ids[id] ?? ''));
  return {
    ...counts,
    files: counts.files.map(({ size, lines, firstLine }) => ({ size, lines, firstLine })),
    headerless: linesOfKind(log, 'headerless', 0, log.lines),
    backward: linesOfKind(log, 'backward', 0, log.lines),
    tokens: valuesOf(signature).map((number) => signatures[number]?.tokens ?? number),
    firstNumbers: [...nthNumbers(log, new Int32Array(signatures.length))],
    start: valuesOf(start),
    severity: valuesOf(severity),
    time: valuesOf(time),
    named,
    ids: column?.ids,
  };
}

const aFile = fc.array(fc.constantFrom(...DATED, 'no header here, blk_3', '  continued', '', '\ufffd odd'), {
  maxLength: 6,
});

test('files in several logs are what they are in one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(aFile, fc.nat(2)), { minLength: 1, maxLength: 6 }), (placed) => {
      const logs = [0, 1, 2].map((log) =>
        scan(
          placed.filter(([, own]) => own === log).map(([lines]) => lines),
          header,
        ),
      );
      const joined = joinLogs(
        logs,
        placed.map(([, log]) => log),
      );
      const one = scan(
        placed.map(([lines]) => lines),
        header,
      );
      expect(facts(joined)).toEqual(facts(one));
      const firstLines = joined.signatures.map(({ firstLine }) => firstLine);
      expect(firstLines).toEqual(firstLines.toSorted((a, b) => a - b));
      joined.signatures.forEach(({ firstLine }, number) => {
        expect(joined.signature.at(firstLine)).toBe(number);
      });
      expect(joined.sketches?.at.length).toBe(joined.signatures.length + 1);
    }),
  );
});

test('lines of a log without times come at the time of the line above', () => {
  const text = ['started', 'blk_3 moved', ''];
  const joined = joinLogs([scan([text, text], NO_HEADER), scan([DATED], header)], [0, 1, 0]);
  const [first = 0, second = 0, last = 0] = valuesOf(scan([DATED], header).time);
  expect(valuesOf(joined.time)).toEqual([first, first, first, first, second, last, last, last, last]);
  expect(joined).toMatchObject({ datedLines: 3, backwardLines: 1, headerlessLines: 0, headerless: undefined });
  expect(joined.identifiers[0]?.ids).toEqual(['blk_3', 'blk_1', 'blk_-2']);
});

test('a log without any times has none', () => {
  const joined = joinLogs([scan([['a b', 'c d']], NO_HEADER), scan([['e f']], NO_HEADER)], [1, 0]);
  expect(joined.span).toBeUndefined();
  expect(valuesOf(joined.time)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

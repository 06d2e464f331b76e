import fc from 'fast-check';
import { expect, test } from 'vitest';
import { detectHeader } from '../detect-header.ts';
import { twoLineRecords } from './two-line.ts';

const HEAD = detectHeader(['Mar 05, 2024 10:00:00 AM', 'Mar 05, 2024 10:00:01 AM']);

/** The records with where each begins, of bytes that come in blocks cut at `cuts`. */
function recordsOf(text: string, cuts: readonly number[] = []): string[] {
  const records: string[] = [];
  const window = (bytes: Uint8Array, from: number, to: number, _: number, starts = new Float64Array(0)) => {
    const lines = new TextDecoder().decode(bytes.subarray(from, to)).split('\n').slice(0, -1);
    records.push(...lines.map((line, i) => `${starts[i]} ${line}`));
  };
  const reader = twoLineRecords(HEAD)({ window, cutLine: () => undefined }, 'lf', 0);
  const bytes = new TextEncoder().encode(text);
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  for (const [i, end] of places.slice(1).entries()) reader.push(bytes.subarray(places[i], end));
  reader.end();
  return records;
}

test('a head line and its message are one record; what follows continues it', () => {
  const text =
    'before\nMar 05, 2024 10:00:00 AM\nINFO: up\n\tat x\nMar 05, 2024 10:00:01 AM\nMar 05, 2024 10:00:02 AM\nend';
  expect(recordsOf(text)).toEqual([
    '0 before',
    '7 Mar 05, 2024 10:00:00 AM INFO: up',
    '41 \u001e',
    '47 Mar 05, 2024 10:00:01 AM',
    '72 Mar 05, 2024 10:00:02 AM end',
  ]);
});

test('it does not matter how the bytes are cut', () => {
  const line = fc.constantFrom('Mar 05, 2024 10:00:00 AM', 'INFO: up', '\tat x', '', 'ünï');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.array(fc.nat(300), { maxLength: 5 }), (lines, cuts) => {
      expect(recordsOf(lines.join('\n'), cuts)).toEqual(recordsOf(lines.join('\n')));
    }),
  );
});

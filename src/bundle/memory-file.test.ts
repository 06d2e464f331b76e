import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { compilePattern } from '../ingest/compile-pattern.ts';
import { DETECTOR, MEMORY } from './detector.fixture.ts';
import { readDetector } from './read-detector.ts';
import { writeDetector } from './write-detector.ts';

const FILE = writeDetector({ ...DETECTOR, memory: MEMORY });
const ENTRIES = unzipSync(FILE);
const SIZES = JSON.parse(strFromU8(ENTRIES['memory.json'] ?? FILE));

const read = (bytes: Uint8Array) => readDetector(bytes, 'app.deeplog', compilePattern);

function refusalWith(change: Record<string, Uint8Array>): string {
  const outcome = read(zipSync({ ...ENTRIES, ...change }));
  return outcome.ok ? 'It was taken' : outcome.problem.message;
}

const withSizes = (sizes: object) => refusalWith({ 'memory.json': strToU8(JSON.stringify({ ...SIZES, ...sizes })) });

/** With the n-th value of its windows replaced. */
function withValue(at: number, value: number): string {
  const bytes = (ENTRIES['memory.bin'] ?? FILE).slice();
  new DataView(bytes.buffer).setUint32(4 * at, value, true);
  return refusalWith({ 'memory.bin': bytes });
}

test('a detector keeps lines and windows that it learnt from, in a format that readers without them refuse', () => {
  expect(read(FILE)).toEqual({ ok: true, value: { ...DETECTOR, memory: MEMORY } });
  expect(JSON.parse(strFromU8(ENTRIES['manifest.json'] ?? FILE)).format).toBe(10);
  expect(strFromU8(ENTRIES['README.md'] ?? FILE)).toContain('3 windows of log keys');
});

test('of before format 10, it does not say how often templates came', () => {
  const { templates: _, ...before } = SIZES;
  const outcome = read(zipSync({ ...ENTRIES, 'memory.json': strToU8(JSON.stringify({ ...before, lines: [1, 2] })) }));
  expect(outcome).toMatchObject({ ok: true, value: { memory: { ...MEMORY, templates: undefined } } });
});

test('windows that are not those of the model are refused', () => {
  const not = 'memory.bin does not hold the windows that memory.json names';
  expect(withSizes({ training: { windows: 3, successors: 3 } })).toContain(not);
  const { templates } = MEMORY;
  const unsaid = 'memory.json does not say of each template how often it came';
  expect(withSizes({ templates: { ...templates, lines: [1] } })).toContain(unsaid);
  expect(withSizes({ templates: { ...templates, inSessions: [1, 2, 3, 4, 5] } })).toContain(unsaid);
  expect(withSizes({ training: { windows: 2 ** 20, successors: 3 } })).toContain('memory.json: training.windows');
  expect(refusalWith({ 'memory.bin': new Uint8Array(0) })).toContain(not);
  // A symbol of a window, where successors begin and a successor; then counts that are none.
  for (const at of [0, 8, 9, 10, 11]) expect(withValue(at, 99)).toContain(not);
  expect(withValue(14, 0)).toContain(not);
  expect(withValue(14, 2 ** 31)).toContain(not);
});

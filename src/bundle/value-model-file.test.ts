import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { compilePattern } from '../ingest/compile-pattern.ts';
import { DETECTOR, ENSEMBLE, VALUES } from './detector.fixture.ts';
import { modelCard } from './model-card.ts';
import { readDetector } from './read-detector.ts';
import { writeDetector } from './write-detector.ts';

const settings = { ...DETECTOR.settings, valueErrors: 'gaussian-99' } as const;
const WHOLE = { ...DETECTOR, ensemble: ENSEMBLE, values: VALUES, settings };
const ENTRIES = unzipSync(writeDetector(WHOLE));
const [MODEL, WEIGHTS] = ['parameters/model.json', 'parameters/weights.bin'] as const;

const entry = (name: string) => ENTRIES[name] ?? new Uint8Array(0);
const read = (bytes: Uint8Array) => readDetector(bytes, 'app.deeplog', compilePattern);
const formatOf = (bytes: Uint8Array) =>
  JSON.parse(strFromU8(unzipSync(bytes)['manifest.json'] ?? new Uint8Array(0))).format;

function refusal(changed: Record<string, Uint8Array>): string {
  const outcome = read(zipSync({ ...ENTRIES, ...changed }));
  if (outcome.ok) throw new Error('It was taken');
  return outcome.problem.message;
}

/** The model with one text in its JSON replaced. */
function withText(from: string, to: string): Record<string, Uint8Array> {
  const text = strFromU8(entry(MODEL));
  expect(text).toContain(from);
  return { [MODEL]: strToU8(text.replace(from, to)) };
}

describe('a regression in a detector file', () => {
  test('comes back as it was, in a format that readers without it refuse', () => {
    expect(read(writeDetector(WHOLE))).toEqual({ ok: true, value: WHOLE });
    expect(formatOf(writeDetector(WHOLE))).toBe(6);
  });

  test('files of format 5 have none, and are read', () => {
    const before = writeDetector({ ...DETECTOR, ensemble: ENSEMBLE });
    expect(formatOf(before)).toBe(5);
    expect(read(before)).toMatchObject({ ok: true, value: { values: undefined, ensemble: ENSEMBLE } });
  });

  test('is told in the model card', () => {
    expect(modelCard(WHOLE)).toContain('numbers that the ones before foretell at 1 place');
    expect(modelCard(WHOLE)).toContain(
      'Numbers that the ones before foretell are judged by a normal distribution of errors, 99 % of which are normal',
    );
    expect(modelCard(DETECTOR)).not.toContain('foretell');
  });
});

describe('is refused, with the reason,', () => {
  test('with weights that are missing, too few, too many or no numbers', () => {
    const reason = `${WEIGHTS} is not as many finite numbers as its model needs`;
    const { [WEIGHTS]: bytes = new Uint8Array(0), ...others } = ENTRIES;
    expect(read(zipSync(others))).toMatchObject({ ok: false, problem: { message: expect.stringContaining(reason) } });
    expect(refusal({ [WEIGHTS]: bytes.subarray(4) })).toContain(reason);
    expect(refusal({ [WEIGHTS]: new Uint8Array(bytes.length + 4) })).toContain(reason);
    const infinite = bytes.slice();
    new DataView(infinite.buffer).setFloat32(8, Number.POSITIVE_INFINITY, true);
    expect(refusal({ [WEIGHTS]: infinite })).toContain(reason);
  });

  test.each([
    ['"series": 1', '"series": 2', 'another number of series than its shape'],
    ['"values": 2', '"values": 1', 'too many values'],
    ['"history": 10', '"history": 9', 'shape.history'],
    ['"units": 2', '"units": 0', 'shape.units'],
    ['"units": 2', '"units": 1e9', 'shape.units'],
    ['"spread": 2.5', '"spread": 0', 'scaling.spread'],
    ['"deviation": 0.25', '"deviation": -1', 'errors.deviation'],
    ['"since-before"', '"since-when"', 'source.kind'],
    ['"key": 1', '"key": "1"', 'series.0.key'],
  ])('with %s as %s', (from, to, reason) => {
    const message = refusal(withText(from, to));
    expect(message).toContain(`${MODEL}: `);
    expect(message).toContain(reason);
  });

  test('damaged', () => {
    const file = zipSync(ENTRIES, { level: 0 });
    const at = file.indexOf(entry(WEIGHTS)[2] ?? 0, Buffer.from(file).indexOf(WEIGHTS) + WEIGHTS.length);
    const damaged = file.slice();
    damaged[at + 1] = (damaged[at + 1] ?? 0) ^ 1;
    expect(read(damaged)).toMatchObject({
      problem: { message: expect.stringContaining(`${WEIGHTS} in it is damaged`) },
    });
    expect(refusal({ [MODEL]: strToU8('{') })).toContain(`${MODEL}: it is no JSON`);
  });
});

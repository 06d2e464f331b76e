import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { compilePattern } from '../ingest/compile-pattern.ts';
import { DETECTOR } from './detector.fixture.ts';
import type { TemplatesByHand } from './detector.ts';
import { readDetector } from './read-detector.ts';
import { writeDetector } from './write-detector.ts';

const read = (bytes: Uint8Array) => readDetector(bytes, 'app.deeplog', compilePattern);

const byHand: TemplatesByHand = {
  masks: ['job-\\d+'],
  ignored: ['Heartbeat sent', '__proto__'],
  notes: [
    { kind: 'name', template: 'a <*>', name: '<img src=x onerror=alert(1)> \u202egnp 🦊' },
    { kind: 'pin', template: '__proto__' },
  ],
};

function changed(change: (templates: Record<string, unknown>) => object): Uint8Array {
  const entries = unzipSync(writeDetector({ ...DETECTOR, byHand }));
  const templates: Record<string, unknown> = JSON.parse(strFromU8(entries['templates.json'] ?? new Uint8Array()));
  return zipSync({ ...entries, 'templates.json': strToU8(JSON.stringify(change(templates))) });
}

test('a detector keeps masks, what is ignored and what is said of templates, in a format that others refuse', () => {
  const file = writeDetector({ ...DETECTOR, byHand });
  expect(read(file)).toEqual({ ok: true, value: { ...DETECTOR, byHand } });
  const manifest = JSON.parse(strFromU8(unzipSync(file)['manifest.json'] ?? file));
  expect(manifest.format).toBe(9);
});

test.each([
  ['a mask that is no expression', { ...byHand, masks: ['(a'] }, 'The mask (a cannot be used'],
  ['more masks than there may be', { ...byHand, masks: new Array(21).fill('a') }, 'There are 21 masks, more than 20'],
  [
    'a name of 10,000 letters',
    { ...byHand, notes: [{ kind: 'name', template: 'a', name: 'x'.repeat(10_000) }] },
    'name',
  ],
  ['a note of another kind', { ...byHand, notes: [{ kind: 'hide', template: 'a' }] }, 'kind'],
])('%s is refused with a sentence', (_, wrong, message) => {
  const outcome = read(changed((templates) => ({ ...templates, byHand: wrong })));
  expect(outcome).toMatchObject({ ok: false, problem: { code: 'bad-detector' } });
  expect(outcome.ok ? '' : outcome.problem.message).toContain(message);
});

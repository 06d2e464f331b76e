import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { finding, markOn } from '../core/detect/marks/marks.fixture.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import { DETECTOR } from './detector.fixture.ts';
import { readDetector } from './read-detector.ts';
import { writeDetector } from './write-detector.ts';

const read = (bytes: Uint8Array) => readDetector(bytes, 'app.deeplog', compilePattern);
const marks = [markOn(finding('a', 3, [0, 1])), markOn(finding('b', 3, [0]), { verdict: 'anomaly', note: '<b>' })];
const FILE = writeDetector({ ...DETECTOR, marks });

test('a detector keeps what was said of sessions, in a format that readers without marks refuse', () => {
  expect(read(FILE)).toEqual({ ok: true, value: { ...DETECTOR, marks } });
  const entries = unzipSync(FILE);
  expect(JSON.parse(strFromU8(entries['manifest.json'] ?? FILE)).format).toBe(7);
  expect(strFromU8(entries['README.md'] ?? FILE)).toContain('holds 2 marks');
});

test('a detector with a line that says nothing of a session is refused', () => {
  const damaged = zipSync({ ...unzipSync(FILE), 'marks.jsonl': strToU8('{}') });
  const message = expect.stringContaining('can use: Line 1 of marks.jsonl is no mark');
  expect(read(damaged)).toMatchObject({ ok: false, problem: { code: 'bad-detector', message } });
});

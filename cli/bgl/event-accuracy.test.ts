import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { eventAccuracy } from './event-accuracy.ts';
import { readLabelledLog } from './labelled-log.ts';
import { eventTable } from './table.ts';

const folder = mkdtempSync(join(tmpdir(), 'bgl-'));
afterAll(() => rmSync(folder, { recursive: true }));

const stamp = (line: number) => new Date(Date.UTC(2024, 0, 1) + 60_000 * line).toISOString();
/** A beat a minute; from line 1,500 on a failure every hundred lines, and one kind of harmless news. */
function lineAt(line: number): string {
  if (line >= 1500 && line % 100 === 0) return `KERNSTOR ${stamp(line)} FATAL data storage interrupt`;
  if (line === 1750) return `- ${stamp(line)} INFO shutdown was planned`;
  return `- ${stamp(line)} INFO heart beat ${line} received`;
}

function write(lines: readonly string[]): string {
  writeFileSync(join(folder, 'BGL_2k.log'), lines.map((line) => `${line}\r\n`).join(''));
  return folder;
}

test('labels are taken off before anything reads the log', () => {
  const log = readLabelledLog(write(['- all is well', 'APPSEV - it is not']));
  expect(log).toEqual({ text: 'all is well\n- it is not\n', isAnomalous: [false, true] });
});

test('what cannot be read is told in a sentence', () => {
  expect(readLabelledLog('/nowhere')).toBe('/nowhere holds no BGL_2k.log.');
  expect(readLabelledLog(write(['- a line', 'word']))).toMatch(/BGL_2k\.log has no label in line 2\.$/);
});

test('lines behind the training period are counted by whether they are flagged and anomalous', async () => {
  const log = readLabelledLog(write(Array.from({ length: 2000 }, (_, line) => lineAt(line))));
  const accuracy = typeof log === 'string' ? undefined : await eventAccuracy(log);
  expect(accuracy).toMatchObject({ trainingLines: 1200, testLines: 800, anomalousTestLines: 5 });
  const scores = new Map(accuracy?.detectors.map((score) => [score.detector, score]));
  expect(scores.get('new template')).toMatchObject({ found: 5, missed: 0, falseAlarms: 1, recall: 1 });
  expect(scores.get('new template, first line')).toMatchObject({ found: 1, missed: 4, falseAlarms: 1 });
  expect(scores.get('new template, error or worse')).toMatchObject({ found: 5, falseAlarms: 0, f1: 1 });
  expect(accuracy && eventTable(accuracy)).toContain('800 lines scored (2 more templates), 5 of them anomalous');
});

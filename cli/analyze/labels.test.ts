import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { measure, readLabels } from './labels.ts';

const folder = mkdtempSync(join(tmpdir(), 'labels-'));
afterAll(() => rmSync(folder, { recursive: true }));

function csv(text: string): string {
  const path = join(folder, 'labels.csv');
  writeFileSync(path, text);
  return path;
}

describe('labels', () => {
  test('are id and label, with a header or without', async () => {
    const expected = {
      ok: true,
      value: new Map([
        ['blk_1', false],
        ['blk,2', true],
        ['__proto__', true],
      ]),
    };
    const rows = 'blk_1,Normal\n"blk,2",Anomaly,disk\r\n__proto__,Anomaly\n\n';
    expect(await readLabels(csv(rows))).toEqual(expected);
    expect(await readLabels(csv(`BlockId,Label\n${rows}`))).toEqual(expected);
  });

  test('that are none, or cannot be read, are a problem', async () => {
    expect(await readLabels(csv('id,label\na,1\n'))).toMatchObject({
      ok: false,
      problem: { message: `${join(folder, 'labels.csv')} has no row of the form id,Normal or id,Anomaly.` },
    });
    expect(await readLabels('no/such/file')).toMatchObject({
      ok: false,
      problem: { message: 'no/such/file cannot be read.' },
    });
  });
});

describe('metrics', () => {
  const labels = new Map([
    ['a', true],
    ['b', true],
    ['c', false],
    ['d', false],
  ]);

  test.each<[string, readonly string[], number, number, number]>([
    ['all right', ['a', 'b'], 1, 1, 1],
    ['one found of two', ['a'], 1, 0.5, 2 / 3],
    ['one false alarm', ['a', 'b', 'c'], 2 / 3, 1, 0.8],
    ['nothing flagged', [], 1, 0, 0],
    ['only false alarms', ['c', 'd'], 0, 0, 0],
    ['sessions without a label do not count', ['a', 'b', 'x'], 1, 1, 1],
  ])('%s', (_, flagged, precision, recall, f1) => {
    const metrics = measure(['a', 'b', 'c', 'd', 'x'], new Set(flagged), labels);
    expect(metrics.precision).toBeCloseTo(precision);
    expect(metrics.recall).toBeCloseTo(recall);
    expect(metrics.f1).toBeCloseTo(f1);
  });

  test('labels of sessions that are not there do not count', () => {
    expect(measure(['a', 'c'], new Set(['a']), labels)).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  test('without an anomaly, recall is 1', () => {
    expect(measure(['c', 'd'], new Set(), labels)).toEqual({ precision: 1, recall: 1, f1: 0 });
  });
});

import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { expect, test } from 'vitest';
import type { LogKey } from '../core/base/brand.ts';
import type { Finding } from '../core/detect/finding.ts';
import { findingsParquet } from './findings-parquet.ts';

const FINDING: Finding = {
  session: 'blk_-7',
  cause: 'unexpected-key',
  score: 9.25,
  line: 12,
  firstLine: 10,
  lastLine: 15,
  byteOffset: 2 ** 40,
  file: '日志.log',
  fileLine: 2,
  offsetIn: 'unpacked',
  timestamp: Date.UTC(2008, 10, 9, 20, 36, 15, 20),
  template: '=HYPERLINK("http://x") <*>',
  key: 3 as LogKey,
  after: [],
  rank: 7,
  probability: 0.0001,
  expected: [{ key: -1, template: 'end of the session', probability: 0.25 }],
  reason: 'At line 12, blk_-7 logged "=HYPERLINK".',
  detector: 'lstm',
};

const rowsOf = (file: Uint8Array<ArrayBuffer>) => parquetReadObjects({ file: file.buffer });

test('a reader gets every field back, with its type', async () => {
  const untimed = { ...FINDING, session: '', timestamp: Number.NaN, key: -1 as const, expected: [] };
  const file = findingsParquet([FINDING, untimed]);
  const [first, second] = await rowsOf(file);
  const { after: _, ...documented } = FINDING;
  const { line, firstLine, lastLine, fileLine, byteOffset, timestamp } = FINDING;
  expect(first).toEqual({
    ...documented,
    line: BigInt(line),
    firstLine: BigInt(firstLine),
    lastLine: BigInt(lastLine),
    fileLine: BigInt(fileLine),
    byteOffset: BigInt(byteOffset),
    timestamp: new Date(timestamp),
  });
  expect(second).toMatchObject({ session: '', key: -1, expected: [] });
  expect(second?.timestamp ?? null).toBeNull();
  const columns = parquetSchema(await parquetMetadataAsync(file.buffer)).children.map(({ element }) => element);
  expect(columns.find(({ name }) => name === 'timestamp')).toMatchObject({ converted_type: 'TIMESTAMP_MILLIS' });
  expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(documented).sort());
});

test('no findings are a table without rows, and the same findings the same bytes', async () => {
  expect(await rowsOf(findingsParquet([]))).toEqual([]);
  expect(findingsParquet([FINDING])).toEqual(findingsParquet([FINDING]));
});

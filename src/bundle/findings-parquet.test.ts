import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { expect, test } from 'vitest';
import type { Finding } from '../core/detect/finding.ts';
import { FINDING as PLAIN } from './finding.fixture.ts';
import { findingsParquet } from './findings-parquet.ts';

/** Numbers beyond 32 bits, a name beyond Latin, and a place in what was unpacked. */
const FINDING: Finding = {
  ...PLAIN,
  byteOffset: 2 ** 40,
  file: '日志.log',
  fileLine: 2,
  offsetIn: 'unpacked',
  expected: [{ key: -1, template: 'end of the session', probability: 0.25 }],
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

test('a threshold that labels chose is said in every row', async () => {
  const rows = await rowsOf(
    findingsParquet([FINDING, FINDING], { byLabels: true, names: new Map(), components: ['dfs', undefined] }),
  );
  expect(rows.map(({ threshold }) => threshold)).toEqual(['chosen by labels', 'chosen by labels']);
});

test('no findings are a table without rows, and the same findings the same bytes', async () => {
  expect(await rowsOf(findingsParquet([]))).toEqual([]);
  expect(findingsParquet([FINDING])).toEqual(findingsParquet([FINDING]));
});

import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Finding } from '../core/detect/finding.ts';
import { NO_REMARKS, remarkColumns, remarkOn } from './exports.ts';

type Type = NonNullable<Parameters<typeof parquetWriteBuffer>[0]['columnData'][number]['type']>;

/**
 * The findings as one Parquet file, with the columns that docs/file-formats.md lists: times as TIMESTAMP_MILLIS in UTC, null where
 * there is none; what was expected as JSON.
 */
export function findingsParquet(findings: readonly Finding[], remarks = NO_REMARKS): Uint8Array<ArrayBuffer> {
  const column = (name: keyof Finding, type: Type, of: (finding: Finding) => unknown, nullable = false) => ({
    name,
    type,
    data: findings.map(of),
    nullable,
  });
  const text = (name: 'session' | 'cause' | 'file' | 'offsetIn' | 'template' | 'reason' | 'detector') =>
    column(name, 'STRING', (finding) => finding[name]);
  const long = (name: 'line' | 'firstLine' | 'lastLine' | 'fileLine' | 'byteOffset') =>
    column(name, 'INT64', (finding) => BigInt(finding[name]));
  const number = (name: 'key' | 'rank' | 'score' | 'probability', type: 'INT32' | 'DOUBLE') =>
    column(name, type, (finding) => finding[name]);
  const columnData = [
    text('session'),
    text('cause'),
    number('score', 'DOUBLE'),
    long('line'),
    long('firstLine'),
    long('lastLine'),
    text('file'),
    long('fileLine'),
    long('byteOffset'),
    text('offsetIn'),
    column('timestamp', 'TIMESTAMP', ({ timestamp }) => (Number.isNaN(timestamp) ? null : new Date(timestamp)), true),
    text('template'),
    number('key', 'INT32'),
    number('rank', 'INT32'),
    number('probability', 'DOUBLE'),
    column('expected', 'JSON', ({ expected }) => expected),
    text('reason'),
    text('detector'),
    ...remarkColumns(remarks).map((name) => ({
      name,
      type: 'STRING' as const,
      data: findings.map((finding, nth) => remarkOn(finding, nth, name, remarks)),
    })),
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

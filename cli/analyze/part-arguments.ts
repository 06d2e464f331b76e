import { formatBytes } from '../../src/core/base/format.ts';
import type { LogReport } from '../../src/core/report/log-report.ts';
import type { LogPart } from '../../src/ingest/take-part.ts';

export const PART_HELP = `  --first BYTES       reads only the beginning of what is there, such as 500MB or 2GB, in whole lines
  --sample BYTES      reads only so much, in stretches from all over it; no session goes over two of them
`;

export const PART_OPTIONS = { first: { type: 'string' }, sample: { type: 'string' } } as const;

interface PartValues {
  readonly first?: string | undefined;
  readonly sample?: string | undefined;
}

const SIZE = /^(\d+(?:\.\d+)?)\s*(|k|m|g|t)b?$/i;
const UNITS = ['', 'k', 'm', 'g', 't'];

/** What is read; undefined for all, or a sentence. */
export function readPart({ first, sample }: PartValues): LogPart | undefined | string {
  if (first !== undefined && sample !== undefined) return '--first and --sample do not go together.';
  const text = first ?? sample;
  if (text === undefined) return undefined;
  const by = first === undefined ? 'sample' : 'first';
  const [, amount = '', unit = ''] = SIZE.exec(text) ?? [];
  const bytes = Math.floor(Number(amount) * 1000 ** UNITS.indexOf(unit.toLowerCase()));
  return bytes > 0 ? { by, bytes } : `--${by} must be a number of bytes, such as 500MB or 2GB.`;
}

/** What was read of the files; nothing where that is all. */
export function partText({ part }: LogReport): string | undefined {
  if (part === undefined) return undefined;
  const how = part.by === 'first' ? 'the first' : 'a sample of';
  return `only ${how} ${formatBytes(part.bytes)} of ${formatBytes(part.of)} were read`;
}

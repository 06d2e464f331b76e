import Papa from 'papaparse';
import { createRandom } from '../../src/core/base/random.ts';
import type { RecordField } from '../../src/core/scan/records/record-format.ts';
import { csvRecords } from '../../src/ingest/records/csv.ts';
import type { Measures } from '../bench.ts';
import { median, timed } from '../median.ts';

const DEFAULT_LINES = 300_000;
const ROUNDS = 3;
const SLICE = 16 * 1024 * 1024;
const NAMES = 'time,level,service,host,session,user,duration_ms,bytes,message';
const FIELDS: readonly RecordField[] = [
  { role: 'time', name: 'time', path: [0], as: 'text' },
  { role: 'level', name: 'level', path: [1], as: 'text' },
  { role: 'column', name: 'service', path: [2], as: 'text' },
  { role: 'column', name: 'session', path: [4], as: 'text' },
  { role: 'content', name: 'message', path: [8], as: 'text' },
];

/** CSV from bytes to lines for the scanner, beside papaparse alone on the same text: without quotes, with a quoted cell in each row, with quotes in it. */
export async function csvRow(lines = DEFAULT_LINES): Promise<Measures> {
  const plain = await measure(csvText(lines, '', 'gateway'), 'CSV');
  const quoted = await measure(csvText(lines, '"', 'gateway'), 'CSV, quoted cells');
  const escaped = await measure(csvText(lines, '"', '""gateway""'), 'CSV, quotes in quoted cells');
  return { ...plain, ...quoted, ...escaped };
}

async function measure(text: string, name: string): Promise<Measures> {
  const bytes = new TextEncoder().encode(text);
  const own: number[] = [];
  const papa: number[] = [];
  let records = 0;
  let rows = 0;
  for (let round = 0; round < ROUNDS; round++) {
    records = await timed(own, () => readAll(bytes));
    rows = await timed(papa, () => papaparse(bytes));
  }
  if (records !== rows) throw new Error(`${records} records were read, ${rows} by papaparse`);
  const megabytes = bytes.length / 1e6;
  return {
    [`${name}: MB/s`]: megabytes / median(own),
    [`${name}: MB/s, papaparse alone`]: megabytes / median(papa),
    [`${name}: of papaparse alone`]: median(papa) / median(own),
  };
}

function readAll(bytes: Uint8Array): number {
  let records = 0;
  const sink = {
    window: (_bytes: Uint8Array, _from: number, _to: number, _offset: number, starts?: Float64Array) => {
      records += starts?.length ?? 0;
    },
    cutLine: () => undefined,
  };
  const reader = csvRecords({ delimiter: ',', hasNames: true, fields: FIELDS })(sink, 'lf', 0);
  for (let from = 0; from < bytes.length; from += SLICE) reader.push(bytes.subarray(from, from + SLICE));
  reader.end();
  return records;
}

function papaparse(bytes: Uint8Array): number {
  const text = new TextDecoder().decode(bytes);
  return Papa.parse<string[]>(text, { delimiter: ',', skipEmptyLines: true }).data.length;
}

function csvText(lines: number, quote: string, by: string): string {
  const random = createRandom(1);
  const pick = (count: number) => Math.floor(count * random.uniform());
  const rows = [NAMES];
  for (let line = 0; line < lines; line++) {
    const time = new Date(1_709_632_800_000 + 37 * line).toISOString();
    const message = `order ${pick(100_000)} of customer ${pick(5000)} was ${pick(9) === 0 ? 'refused' : 'accepted'} by the ${by}`;
    rows.push(
      `${time},info,orders,web-${pick(12)},${(pick(65_536) + 65_536).toString(16)},ann,${pick(400)},${pick(9000)},${quote}${message}${quote}`,
    );
  }
  return `${rows.join('\n')}\n`;
}

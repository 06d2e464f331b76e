import { LogScanner } from '../../src/core/scan/log-scanner.ts';
import type { NewScanKernel } from '../../src/core/scan/scan-kernel.ts';
import { detectJson } from '../../src/ingest/records/detect-json.ts';
import { windowReader } from '../../src/ingest/records/window-reader.ts';
import type { Measures } from '../bench.ts';
import { median, timed } from '../median.ts';

const LINES = 300_000;
const ROUNDS = 3;
const SAMPLE_LINES = 2000;
const SLICE = 4 * 1024 * 1024;
const STEPS = ['order received', 'payment authorised', 'stock reserved', 'parcel shipped', 'order closed'];
const SESSION = 'trace.id';
const LF = 10;

/** Megabytes a second from JSON Lines to columns, to lines alone, and by `JSON.parse` for each line. */
export async function jsonRow(newKernel: NewScanKernel, count = LINES): Promise<Measures> {
  const bytes = new TextEncoder().encode(serviceLog(count));
  const decoder = new TextDecoder();
  const lines = decoder
    .decode(bytes.subarray(0, 1 << 20))
    .split('\n')
    .slice(0, SAMPLE_LINES);
  const format = detectJson({ lines, head: bytes.subarray(0, 1 << 18), isWhole: false });
  if (format?.records === undefined) throw new Error('The log is not seen as JSON Lines');
  const { header, records } = format;
  const column = header.columns.findIndex(({ name }) => name === SESSION);
  const identifiers = [{ kind: 'column', column, name: SESSION } as const];
  const reader = windowReader(records);
  const rounds = { scan: [] as number[], lines: [] as number[], parse: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    await timed(rounds.scan, () => {
      const scanner = new LogScanner({ header, identifiers, decode: (part) => decoder.decode(part), newKernel });
      scanner.beginFile('bench.json', bytes.length, 'lf', 0, 0, reader);
      for (let from = 0; from < bytes.length; from += SLICE) scanner.push(bytes.subarray(from, from + SLICE));
      const { lines: read } = scanner.finish();
      if (read !== count) throw new Error(`${read} lines were read, not ${count}`);
    });
    await timed(rounds.lines, () => {
      const instance = reader({ window: () => undefined, cutLine: () => undefined }, 'lf', 0);
      for (let from = 0; from < bytes.length; from += SLICE) instance.push(bytes.subarray(from, from + SLICE));
      instance.end();
    });
    await timed(rounds.parse, () => parseEach(bytes, decoder));
  }
  const perSecond = (seconds: readonly number[]) => bytes.length / 1e6 / median(seconds);
  return {
    'JSON Lines: MB/s, to columns': perSecond(rounds.scan),
    'JSON Lines: MB/s': perSecond(rounds.lines),
    'JSON Lines: MB/s, JSON.parse for each line': perSecond(rounds.parse),
    'JSON Lines: of JSON.parse': median(rounds.parse) / median(rounds.lines),
  };
}

function parseEach(bytes: Uint8Array, decoder: TextDecoder): number {
  let length = 0;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(LF, start);
    const { message } = JSON.parse(decoder.decode(bytes.subarray(start, end))) as { message: string };
    length += message.length;
    start = end + 1;
  }
  return length;
}

/** Lines in the shape of a service that logs by the Elastic Common Schema, 380 bytes each. */
function serviceLog(count: number): string {
  const lines: string[] = [];
  for (let i = 0; i < count; i++) {
    const order = Math.floor(i / STEPS.length);
    const line = {
      '@timestamp': new Date(1_709_632_800_000 + 37 * i).toISOString(),
      'log.level': i % 97 === 0 ? 'WARN' : 'INFO',
      'log.logger': 'com.example.shop.orders.OrderService',
      'process.thread.name': `http-nio-8080-exec-${i % 10}`,
      'service.name': 'orders',
      'host.name': `orders-7c9d8b6f5-${(i % 4) + 1}`,
      trace: { id: (order * 2_654_435_761).toString(16).padStart(32, '0') },
      'transaction.id': (order * 40_503).toString(16).padStart(16, '0'),
      message: `${STEPS[i % STEPS.length]} for order ${order} in ${(i * 7) % 900} ms`,
      'ecs.version': '1.6.0',
    };
    lines.push(JSON.stringify(line));
  }
  return `${lines.join('\n')}\n`;
}

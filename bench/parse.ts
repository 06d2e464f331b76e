import { generateLog } from '../cli/sample/generate.ts';
import { LOG_KINDS } from '../cli/sample/kinds.ts';
import { detectHeader } from '../src/core/scan/detect-header.ts';
import { LogScanner } from '../src/core/scan/log-scanner.ts';
import { proposeIdentifiers } from '../src/core/scan/propose-identifiers.ts';
import type { Measures } from './bench.ts';
import { secondsOf } from './median.ts';

const RUNS = 3;
const SLICE = 4 * 1024 * 1024;
const LF = 10;

/** The scanner on generated HDFS-like lines, beside what any reader of these bytes has to do. */
export async function benchParse(lines: number): Promise<Measures> {
  const bytes = generatedLog(lines);
  const decoder = new TextDecoder();
  const sample = decoder.decode(bytes.subarray(0, 300_000)).split('\n').slice(0, 2000);
  const header = detectHeader(sample);
  const identifiers = proposeIdentifiers(sample, header);
  const scan = () => {
    const scanner = new LogScanner({ header, identifiers, decode: (part) => decoder.decode(part) });
    scanner.beginFile('bench.log', bytes.length);
    for (let from = 0; from < bytes.length; from += SLICE) scanner.push(bytes.subarray(from, from + SLICE));
    return scanner.finish();
  };
  const scanned = scan();
  if (scanned.lines !== lines) throw new Error(`${scanned.lines} lines were scanned, not ${lines}`);
  const seconds = await secondsOf(RUNS, scan);
  const newlines = await secondsOf(RUNS, () => countLines(bytes));
  const hash = await secondsOf(RUNS, () => hashBytes(bytes));
  const split = await secondsOf(RUNS, () => splitWords(bytes, decoder));
  return {
    lines,
    megabytes: bytes.length / 1e6,
    'identifier rules': identifiers.length,
    'lines/s, scanner': lines / seconds,
    'MB/s, scanner': bytes.length / 1e6 / seconds,
    'lines/s, newline search': lines / newlines,
    'lines/s, byte loop with hash': lines / hash,
    'lines/s, decode and split on spaces': lines / split,
    'scanner / byte loop with hash': hash / seconds,
  };
}

function generatedLog(lines: number): Uint8Array {
  const kind = LOG_KINDS.find(({ name }) => name === 'hdfs');
  if (kind === undefined) throw new Error('There is no log kind named hdfs');
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const ignore = () => undefined;
  const line = (text: string) => parts.push(encoder.encode(`${text}\n`));
  generateLog(kind, { lines, anomalies: 0.01, seed: 1 }, { line, label: ignore });
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) count++;
  return count;
}

function hashBytes(bytes: Uint8Array): number {
  let hash = 0;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
  return hash;
}

function splitWords(bytes: Uint8Array, decoder: TextDecoder): number {
  let words = 0;
  let from = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, from)) {
    words += decoder.decode(bytes.subarray(from, at)).split(' ').length;
    from = at + 1;
  }
  return words;
}

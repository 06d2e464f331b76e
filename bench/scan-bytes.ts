import { detectHeader } from '../src/core/scan/detect-header.ts';
import { LogScanner } from '../src/core/scan/log-scanner.ts';
import type { NewScanKernel } from '../src/core/scan/scan-kernel.ts';
import { proposeIdentifiers } from '../src/engine/propose-identifiers.ts';

const SLICE = 4 * 1024 * 1024;
const SAMPLE_BYTES = 300_000;
const SAMPLE_LINES = 2000;

/** The scanner alone, on bytes that are in memory: all columns, with the header and the rules that the log's start proposes. */
export function scanBytes(bytes: Uint8Array, newKernel: NewScanKernel): number {
  const decoder = new TextDecoder();
  const sample = decoder.decode(bytes.subarray(0, SAMPLE_BYTES)).split('\n').slice(0, SAMPLE_LINES);
  const header = detectHeader(sample);
  const identifiers = proposeIdentifiers(sample, header);
  const scanner = new LogScanner({ header, identifiers, decode: (part) => decoder.decode(part), newKernel });
  scanner.beginFile('bench.log', bytes.length);
  for (let from = 0; from < bytes.length; from += SLICE) scanner.push(bytes.subarray(from, from + SLICE));
  return scanner.finish().lines;
}

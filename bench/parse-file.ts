import { nodeSource } from '../cli/analyze/node-source.ts';
import { startScanPool } from '../cli/scan-pool.ts';
import { heldBytes } from '../src/core/base/held-bytes.ts';
import { openLog } from '../src/engine/open-log.ts';
import type { ScanPool } from '../src/engine/scan-pool.ts';
import { describeTemplates, keyLog } from '../src/engine/templates.ts';
import { sniff } from '../src/ingest/sniff.ts';

/** A log from bytes to templates, as the product makes it. */
export interface ParsedFile {
  readonly lines: number;
  readonly signatures: number;
  readonly templates: number;
  /** Lines that were left to the template of everything else, because a log had more templates than the bounds allow. */
  readonly overflowLines: number;
  /** All typed arrays that the log keeps, by its lines; counted when asked for, so that it costs the parsing no time. */
  bytesPerLine(): number;
  /** Shape [lines]; -1 for a blank line. */
  readonly keyOfLine: Keys;
}

interface Keys {
  readonly length: number;
  at(line: number): number | undefined;
}

const pools = new Map<number, ScanPool>();

/** Kept, as a page keeps its threads from log to log. */
function poolOf(workers: number): ScanPool {
  const pool = pools.get(workers) ?? startScanPool(workers);
  pools.set(workers, pool);
  return pool;
}

/**
 * Reads, scans and mines a file without settings, up to the templates' display texts.
 *
 * @param workers threads that read
 * @param kernel the scanner in WebAssembly; the one in TypeScript where it is left out
 */
export async function parseFile(path: string, workers: number, kernel?: WebAssembly.Module): Promise<ParsedFile> {
  const source = await nodeSource(path);
  if (!source.ok) throw new Error(source.problem.message);
  const sniffed = await sniff(source.value);
  if (!sniffed.ok) throw new Error(`${path} is no text`);
  const opened = await openLog([sniffed.text], 'auto', { pool: poolOf(workers), kernel: Promise.resolve(kernel) });
  if (!opened.ok) throw new Error(`${path} cannot be read`);
  const { scanned, contentOf } = opened.value;
  const keyed = keyLog(scanned);
  const templates = await describeTemplates(keyed, contentOf);
  const { keyOfLine } = keyed;
  return {
    lines: scanned.lines,
    signatures: scanned.signatures.length,
    templates: templates.length,
    overflowLines: templates[keyed.miner.catchAll]?.count ?? 0,
    bytesPerLine: () => heldBytes([opened.value, keyOfLine]) / scanned.lines,
    keyOfLine,
  };
}

/** Lines that two readings of a file gave different keys. */
export function linesThatDiffer(a: Keys, b: Keys): number {
  let differ = Math.abs(a.length - b.length);
  for (let line = 0; line < Math.min(a.length, b.length); line++) if (a.at(line) !== b.at(line)) differ++;
  return differ;
}

import { writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { nodeSource } from '../cli/analyze/node-source.ts';
import { scannerFile } from '../cli/wasm/scanner-file.ts';
import { DEFAULT_SETTINGS } from '../src/app/pipeline.ts';
import { expectValue, TestPipeline } from '../src/engine/pipeline.fixture.ts';
import type { BenchOptions, Measures } from './bench.ts';
import { inChild } from './in-child.ts';
import type { StreamUse } from './stream-child.ts';
import { hdfsLines, withTemporaryLog } from './temporary-log.ts';

const DEFAULT_LINES = 2_000_000;
/** What the detector learns from. */
const LEARNT_BYTES = 25_000_000;
const SETTINGS = { ...DEFAULT_SETTINGS, epochs: 5, backend: 'wasm' } as const;

/** A log scored as it comes, by a detector that learnt from its beginning; in a process of its own. */
export function benchStream({ lines = DEFAULT_LINES }: BenchOptions): Promise<Measures> {
  return withTemporaryLog(hdfsLines(lines), async (path) => {
    await scannerFile();
    const detector = `${path}.deeplog`;
    writeFileSync(detector, await learn(path));
    const { size } = await stat(path);
    const use = await inChild<StreamUse>('stream-child.ts', [path, detector, String(size)]);
    return {
      lines,
      findings: use.findings,
      'lines/s': lines / use.seconds,
      'lines/s of processor time': lines / use.processorSeconds,
      ...ofParts('peak RSS, MB', use.peaks),
      ...ofParts('peak heap with buffers, MB', use.heaps),
      'seconds from the line that closes a session to its finding': use.secondsToFinding,
    };
  });
}

/** Of the first tenth, up to the half and up to the end. */
function ofParts(what: string, bytes: readonly number[]): Measures {
  const names = ['first tenth', 'then to the half', 'then to the end'];
  return Object.fromEntries(bytes.map((most, part) => [`${what}, ${names[part]}`, most / 1e6]));
}

async function learn(path: string): Promise<Uint8Array> {
  const pipeline = new TestPipeline();
  const part = { by: 'first', bytes: LEARNT_BYTES } as const;
  expectValue(await pipeline.data.openSources([expectValue(await nodeSource(path))], () => undefined, { part }));
  await pipeline.group(SETTINGS);
  return pipeline.data.saveDetector((await pipeline.train(SETTINGS)).model);
}

import { nodeSource } from '../cli/analyze/node-source.ts';
import { DEFAULT_SETTINGS, detectOptions, scoreAndDetect } from '../src/app/pipeline.ts';
import { DataEngine } from '../src/engine/data-engine.ts';
import type { ModelEngine } from '../src/engine/model-engine.ts';
import { expectValue } from '../src/engine/pipeline.fixture.ts';
import type { Measures } from './bench.ts';
import { median, processorClock, timed } from './median.ts';
import { parseFile } from './parse-file.ts';

const ROUNDS = 5;
const OPTIONS = detectOptions(DEFAULT_SETTINGS);

/**
 * A file from its bytes to findings by a detector that is open, by turns with the same file from its bytes to templates, both on one
 * thread, by processor time: what else the machine does does not count.
 */
export async function scoreFileRounds(
  path: string,
  lines: number,
  file: Uint8Array<ArrayBuffer>,
  model: ModelEngine,
  kernel: WebAssembly.Module,
): Promise<Measures> {
  const parsed: number[] = [];
  const scored: number[] = [];
  const data = new DataEngine({ kernel: Promise.resolve(kernel) });
  const { weights } = expectValue(await data.openDetector(file, 'bench.deeplog')).trained;
  const score = async () => {
    expectValue(await data.openSources([expectValue(await nodeSource(path))], () => undefined));
    expectValue(await data.group({ rule: 'auto', trainingShare: 0.6 }));
    return scoreAndDetect({ data, model }, weights, OPTIONS, { scored: () => undefined });
  };
  for (let round = 0; round < ROUNDS; round++) {
    await timed(parsed, () => parseFile(path, 1, kernel), processorClock);
    await timed(scored, score, processorClock);
  }
  return {
    'lines/s of processor time, file to templates': lines / median(parsed),
    'lines/s of processor time, file to findings by a detector': lines / median(scored),
    'file to findings, of file to templates': median(parsed) / median(scored),
  };
}

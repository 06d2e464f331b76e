import { DETECTOR, ENSEMBLE, someWeights } from '../src/bundle/detector.fixture.ts';
import type { Detector } from '../src/bundle/detector.ts';
import { mutatedDetectors } from '../src/bundle/mutated-detectors.fixture.ts';
import { readDetector } from '../src/bundle/read-detector.ts';
import { writeDetector } from '../src/bundle/write-detector.ts';
import type { LogKey } from '../src/core/base/brand.ts';
import { compilePattern } from '../src/ingest/compile-pattern.ts';
import type { Measures } from './bench.ts';
import { median, processorClock, timed } from './median.ts';

const TEMPLATES = 10_000;
const MUTATED = 300;
const ROUNDS = 5;
const MARKS = 3;

/** A detector of very many templates to its file and back, and files that someone damaged. */
export async function benchDetector(): Promise<Measures> {
  const detector = largeDetector();
  const written: number[] = [];
  const read: number[] = [];
  const file = writeDetector(detector);
  for (let round = 0; round < ROUNDS; round++) {
    await timed(written, async () => writeDetector(detector), processorClock);
    await timed(read, async () => open(file), processorClock);
  }
  return {
    templates: TEMPLATES,
    'MB of its file': file.length / 1e6,
    'seconds of processor time to write it': median(written),
    'seconds of processor time to read it': median(read),
    'damaged files': MUTATED,
    'seconds of processor time for the slowest of them': await slowestOfDamaged(),
  };
}

function open(file: Uint8Array): void {
  const outcome = readDetector(file, 'bench.deeplog', compilePattern);
  if (!outcome.ok) throw new Error(outcome.problem.message);
}

async function slowestOfDamaged(): Promise<number> {
  const seconds: number[] = [];
  const whole = writeDetector({ ...DETECTOR, ensemble: ENSEMBLE });
  for (const { bytes } of mutatedDetectors(whole, MUTATED, 7)) {
    await timed(seconds, async () => readDetector(bytes, 'bench.deeplog', compilePattern), processorClock);
  }
  return Math.max(...seconds);
}

/** Each template is a key of the model. */
function largeDetector(): Detector {
  const keys = Array.from({ length: TEMPLATES }, (_, key) => key as LogKey);
  const tokensOf = (key: number) => ['service', `step${key}`, 'took', '<*>', 'ms', 'for', `queue${key % 97}`, '<*>'];
  return {
    ...DETECTOR,
    miner: {
      templates: keys.map(tokensOf),
      layers: [keys.map((key) => ({ key, tokens: tokensOf(key) }))],
      catchAll: -1,
    },
    texts: keys.map((key) => tokensOf(key).join(' ')),
    vocabulary: keys,
    weights: someWeights({ symbols: TEMPLATES + MARKS, history: 10, units: 64, layers: 2 }),
  };
}

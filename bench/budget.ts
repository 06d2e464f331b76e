import { nodeSource } from '../cli/analyze/node-source.ts';
import { DEFAULT_SETTINGS, detectOptions, trainAndDetect } from '../src/app/pipeline.ts';
import { DataEngine } from '../src/engine/data-engine.ts';
import { ModelEngine } from '../src/engine/model-engine.ts';
import { expectValue } from '../src/engine/pipeline.fixture.ts';
import type { BenchOptions, Measures } from './bench.ts';
import { median, processorClock, timed } from './median.ts';
import { withTemporaryLog } from './temporary-log.ts';

const DEFAULT_LINES = 3_000_000;
const LINES_A_SESSION = 3;
/** Of so many sessions one departs from the others. */
const ODD = 997;
const HISTORY = 3;
const SETTINGS = { ...DEFAULT_SETTINGS, history: HISTORY, epochs: 2, backend: 'wasm' } as const;
/** Share of sessions that may be flagged, as the slider is moved to and fro. */
const BUDGETS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.001, 0.0001, 0.003, 0.001];

const SILENT = {
  trainingStarted: () => undefined,
  backendChosen: () => undefined,
  epoch: () => undefined,
  interrupted: () => undefined,
  grouped: () => undefined,
  learningValues: () => undefined,
  trained: () => undefined,
  scored: () => undefined,
};

/** Seconds to flag sessions anew when the budget is moved, beside a bare pass over as many scores. */
export function benchBudget({ lines = DEFAULT_LINES }: BenchOptions): Promise<Measures> {
  return withTemporaryLog(shortSessions(lines), async (path) => {
    const data = new DataEngine();
    expectValue(await data.openSources([expectValue(await nodeSource(path))], () => undefined));
    const { sessions } = expectValue(await data.group({ rule: 'auto', trainingShare: 0.6 }));
    expectValue(await trainAndDetect({ data, model: new ModelEngine() }, SETTINGS, SILENT));
    const seconds: number[] = [];
    const processor: number[] = [];
    const bare: number[] = [];
    const scores = Float64Array.from({ length: sessions.sessions }, (_, session) => (session * 7919) % 10_007);
    const options = detectOptions(SETTINGS);
    let flagged = 0;
    for (const budget of BUDGETS) {
      const detect = () => timed(processor, () => data.detect({ ...options, budget }), processorClock);
      const report = await timed(seconds, detect);
      flagged = Math.max(flagged, report.findings.length);
      await timed(bare, () => scores.reduce((count, score) => count + (score > 10_000 ? 1 : 0), 0), processorClock);
    }
    return {
      sessions: sessions.sessions,
      'most flagged': flagged,
      'ms to flag anew, median': 1000 * median(seconds),
      'ms to flag anew, longest': 1000 * Math.max(...seconds),
      'ms of processor time, median': 1000 * median(processor),
      'ms of processor time of a bare pass over the scores, median': 1000 * median(bare),
    };
  });
}

function shortSessions(lines: number): (line: (text: string) => void) => void {
  return (line) => {
    for (let session = 0; session < lines / LINES_A_SESSION; session++) {
      const id = `job_${1_000_000 + session}`;
      line(`INFO Taking ${id} from the queue`);
      line(session % ODD === 0 ? `WARN Dropping ${id}` : `INFO Working on ${id}`);
      line(`INFO Closing ${id}`);
    }
  };
}

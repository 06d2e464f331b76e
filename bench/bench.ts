import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';

/** What a benchmark measured, by name; seconds, counts per second or ratios, as the name says. */
export type Measures = Readonly<Record<string, number>>;

export interface BenchOptions {
  /** Each benchmark has its own default. */
  readonly lines: number | undefined;
  readonly workers: number;
}

/** Each loads what it needs, and no more. */
const BENCHES: Readonly<Record<string, (options: BenchOptions) => Promise<Measures>>> = {
  app: async (options) => (await import('./app.ts')).benchApp(options),
  budget: async (options) => (await import('./budget.ts')).benchBudget(options),
  detector: async () => (await import('./detector.ts')).benchDetector(),
  memory: async (options) => (await import('./memory.ts')).benchMemory(options),
  page: async (options) => (await import('./page.ts')).benchPage(options),
  parse: async (options) => (await import('./parse.ts')).benchParse(options),
  read: async (options) => (await import('./read/read.ts')).benchRead(options),
  score: async (options) => (await import('./score.ts')).benchScore(options),
  scroll: async (options) => (await import('./scroll.ts')).benchScroll(options),
  stream: async (options) => (await import('./stream.ts')).benchStream(options),
  train: async () => (await import('./train/train.ts')).benchTrain(),
  values: async () => (await import('./values.ts')).benchValues(),
  view: async (options) => (await import('./view.ts')).benchView(options),
  workflow: async (options) => (await import('./workflow.ts')).benchWorkflow(options),
};

const HELP = `npm run -s bench -- app | budget | detector | memory | page | parse | read | score | scroll | stream | train | values | view | workflow [--lines N] [--workers K] [--json]

  app      in Chromium, on the production build: seconds until a sample's templates and findings are there, size of the
           first load; medians of three. With --lines: instead, a generated log of N lines is chosen in the file picker
           (11,700,000 lines are 1.5 GB): seconds until it is read and until its templates are there, and the memory that
           the page and its threads need meanwhile
  budget   sessions of three lines, N lines together (default 3,000,000): time to flag them anew when the false-alarm budget is moved,
           beside a bare pass over as many scores in the same run
  detector a detector file of 10,000 templates: its size, seconds to write and to read it; the slowest of 300 damaged files
  memory   in processes of their own: memory while N and 2N lines are read and mined (default 1,000,000), and after it;
           of sessions of three lines, N lines together
  page     in Chromium, on the production build, while N generated HDFS-like lines (default 1,000,000) are read, learnt from and looked at: the
           longest tasks of the main thread, and the time from clicks and keys to the next paint, with 95 % of them
  parse    N generated HDFS-like lines (default 2,000,000) from a file to templates with one and with K threads, in WebAssembly and
           in TypeScript, beside floors and a string-based Drain in the same run, medians of three; then up to 500,000 lines that have nothing in common
  read     records from bytes to lines for the scanner: JSON Lines beside JSON.parse for each line, CSV of N rows (default 300,000)
           beside papaparse alone, in the same run, medians of three
  score    from the sessions of N generated HDFS-like lines (default 1,000,000) to scores, findings and findings at another budget,
           beside stock layers with the same weights that are given each sliding window, in the same run, medians of three; the file
           from its bytes to findings by a detector, beside the same file to templates
  scroll   in Chromium, on the production build: lists of 10,000 templates and of N / 3 sessions (default 1,000,000) while they are
           scrolled: share of late frames, and what the main thread does in one, beside the page at rest in the same run
  stream   N generated HDFS-like lines (default 2,000,000) scored as they come, through a pipe, in a process of its own: lines a second, memory in
           the first tenth, up to the half and up to the end, and the time from the line that closes a session to its finding
  train    the key model on ../shared/data/hdfs/train_normal.txt: passes and seconds to a loss of 0.26 nats an event; a pass beside stock
           layers over all sliding windows (some steps, scaled up) in the same run, on WASM and, in Chromium, on WebGL in software, with
           the largest difference of their losses on the same batches; memory for 1,000,000 distinct windows of 5,000 keys
  values   the numbers of 500 keys learnt by one network, beside a network for each (three of them, scaled up) in the same run, on WASM:
           seconds, and the mean error
  view     N generated HDFS-like lines (default 2,000,000): time until lines anywhere are read back, MB/s of searches through the
           file beside Buffer.indexOf over it in the same run, and time of look-ups in an index of 50,000,000 lines; in Chromium, on
           the production build, from a jump in the raw viewer to the frame in which its lines are painted
  workflow the workflow of N generated sessions (default 1,000,000) of about 16 events, of one task and of 16, medians of five

Generated logs lie in the system's temporary folder and are removed. Quote ratios within a run: machines differ.
`;

interface Streams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** @returns the exit status: 0 done, 2 wrong usage */
export async function runBench(words: readonly string[], { stdout, stderr }: Streams): Promise<number> {
  const usage = (sentence: string) => {
    stderr.write(`${sentence}\n`);
    return 2;
  };
  const parsed = parse(words);
  if (typeof parsed === 'string') return usage(parsed);
  const { values, positionals } = parsed;
  if (values.help) {
    stdout.write(HELP);
    return 0;
  }
  const [name = '', ...more] = positionals;
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (bench === undefined || more.length > 0) return usage(`Name one of ${Object.keys(BENCHES).join(', ')}.`);
  const lines = values.lines === undefined ? undefined : Number(values.lines);
  const workers = Number(values.workers);
  if (lines !== undefined && !isCount(lines)) return usage('--lines must be a whole number above 0.');
  if (!isCount(workers)) return usage('--workers must be a whole number above 0.');
  const measures = await bench({ lines, workers });
  stdout.write(values.json ? `${JSON.stringify(measures)}\n` : table(measures));
  return 0;
}

function parse(words: readonly string[]) {
  const options = {
    lines: { type: 'string' },
    workers: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0;
}

function table(measures: Measures): string {
  const width = Math.max(...Object.keys(measures).map((name) => name.length));
  return Object.entries(measures)
    .map(([name, value]) => `${name.padEnd(width)}  ${value.toLocaleString('en', { maximumSignificantDigits: 4 })}\n`)
    .join('');
}

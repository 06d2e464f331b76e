import { parseArgs } from 'node:util';

/** What a benchmark measured, by name; seconds, counts per second or ratios, as the name says. */
export type Measures = Readonly<Record<string, number>>;

const DEFAULT_LINES = 500_000;

/** Each loads what it needs, and no more. */
const BENCHES: Readonly<Record<string, (lines: number) => Promise<Measures>>> = {
  app: async () => (await import('./app.ts')).benchApp(),
  parse: async (lines) => (await import('./parse.ts')).benchParse(lines),
  train: async () => (await import('./train.ts')).benchTrain(),
};

const HELP = `npm run -s bench -- app | parse | train [--lines N] [--json]

  app      in Chromium, on the production build: seconds until a sample's templates and findings are there, size of the
           first load; medians of three
  parse    the scanner on N generated lines (default ${DEFAULT_LINES}), beside floors in the same run
  train    one epoch on the HDFS sample, beside a stock layers model over all sliding windows in the same run

Quote ratios within a run: machines differ. \`score\` and \`memory\` are not there yet.
`;

async function main(words: readonly string[]): Promise<number> {
  const parsed = parse(words);
  if (typeof parsed === 'string') return usage(parsed);
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [name = '', ...more] = positionals;
  const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (bench === undefined || more.length > 0) return usage(`Name one of ${Object.keys(BENCHES).join(', ')}.`);
  const lines = Number(values.lines);
  if (!Number.isSafeInteger(lines) || lines < 1) return usage('--lines must be a whole number above 0.');
  const measures = await bench(lines);
  process.stdout.write(values.json ? `${JSON.stringify(measures)}\n` : table(measures));
  return 0;
}

function parse(words: readonly string[]) {
  const options = {
    lines: { type: 'string', default: String(DEFAULT_LINES) },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  } as const;
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function usage(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

function table(measures: Measures): string {
  const width = Math.max(...Object.keys(measures).map((name) => name.length));
  return Object.entries(measures)
    .map(([name, value]) => `${name.padEnd(width)}  ${value.toLocaleString('en', { maximumSignificantDigits: 4 })}\n`)
    .join('');
}

process.exitCode = await main(process.argv.slice(2));

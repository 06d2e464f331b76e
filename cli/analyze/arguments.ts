import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../../src/app/pipeline.ts';
import type { Settings } from '../../src/app/state.ts';
import { readPeriod, type WrittenPeriod } from '../../src/app/training-period.ts';
import type { Milliseconds } from '../../src/core/base/units.ts';
import { ERROR_NORMS } from '../../src/core/detect/expected/error-norm.ts';
import { encodingName } from '../../src/ingest/encodings/encoding-choice.ts';
import { IS_PACKED } from '../packed.ts';
import { readColumns } from './column-arguments.ts';
import { MARK_HELP, MARK_OPTIONS, type MarkRequest, readMarkArguments } from './mark-arguments.ts';
import { readMasks } from './mask-arguments.ts';
import { PARSER_HELP, PARSER_OPTIONS, readParser } from './parser-arguments.ts';
import { PART_HELP, PART_OPTIONS, readPart } from './part-arguments.ts';
import { PERIOD_HELP, PERIOD_OPTIONS, readPeriodArguments } from './period-arguments.ts';
import { readStream, STREAM_HELP, STREAM_OPTIONS, type StreamRequest } from './stream/stream-arguments.ts';

export const HELP = `Finds the unusual sessions of a log, as the page does, without a browser.

${IS_PACKED ? 'deeplog analyze' : 'npm run -s analyze --'} FILE... [options]      "-" reads standard input

  --score FILE...     train on FILE, then score these
  --compare FILE...   what differs between FILE and these, the baseline first; nothing is trained
  --compare-at TIME   what differs in FILE from before a time, such as 2024-03-05T10:00 (UTC without a zone), to behind it
  --detector F        score FILE with a saved detector; nothing is trained
  --add               with --detector: after scoring, FILE is learnt too; --save or --out writes the detector that knows both
  --save F            save the detector
  --labels CSV        id,Normal|Anomaly: prints precision, recall and F1, with 95 % intervals, for each detector
  --choose-by-labels  the threshold is the one with the highest F1 on these labels, and every file says so
  --session RULE      auto (default), the name of a field, a regular expression, window:LINES or time:SECONDS
  --drain3 FILE       mining starts from the templates of a Drain3 state, such as drain3_state.bin
  --format NAME       auto (default), none (all of a line is content), or a format by its name, as the page lists them
  --columns CHOICE    in files with columns or fields: time=NAME,level=NAME,message=NAME,session=NAME, as the page lists them
${PARSER_HELP}  --encoding E        auto (default), or a label such as utf-16le, windows-1252 or gbk
  --files WAY         merged (default): several files are one log by time; apart: each has its own sessions
  --history N         keys the model sees (default ${DEFAULT_SETTINGS.history})
  --candidates G      an event is expected if it is among the G likeliest (default: by probability)
  --value-errors E    numbers that the ones before foretell are judged by the quantiles of errors, empirical (default), or as the paper
                      does by a normal distribution of them: gaussian-98, gaussian-99 or gaussian-99.9
${PERIOD_HELP}  --budget SHARE      false alarms you can stand, as a share of sessions (default ${DEFAULT_SETTINGS.falseAlarmsPerThousand / 1000})
  --epochs N          most passes over the training windows (default ${DEFAULT_SETTINGS.epochs})
  --seed N            same seed, same result (default ${DEFAULT_SETTINGS.seed})
  --backend B         auto (default), wasm or cpu
  --workers N         threads that read (default: one for each core, up to 4)
  --learn-from-all    learns also from training sessions that stand apart from all others
  --unpack-anyway     unpacks archives however large they get
  --text-anyway       reads files as text that look like something else
  --anyway            scores logs that are not like the one the detector learnt from
${MARK_HELP}${PART_HELP}  --out DIR           writes findings.jsonl, .csv and .parquet, templates.csv, detector.deeplog and more
  --json              prints one JSON object
${STREAM_HELP}
Exit status: 0 done, 1 bad input (one sentence on standard error), 2 usage.
`;

export interface AnalyzeRequest extends MarkRequest {
  readonly files: readonly string[];
  readonly score: readonly string[];
  /** Logs that `files` are the baseline of; none where nothing is compared. */
  readonly compare: readonly string[];
  /** FILE is compared with itself before and after this time. */
  readonly compareAt: Milliseconds | undefined;
  readonly detector: string | undefined;
  /** The log is added to the detector that scored it. */
  readonly add: boolean;
  readonly save: string | undefined;
  readonly labels: string | undefined;
  /** Path of a Drain3 state. */
  readonly drain3: string | undefined;
  readonly session: string;
  readonly out: string | undefined;
  readonly json: boolean;
  readonly workers: number;
  readonly period: WrittenPeriod | undefined;
  /** Undefined where files are read as wholes. */
  readonly stream: StreamRequest | undefined;
  readonly settings: Omit<Settings, 'sessionRule'>;
}

export type ParsedArguments =
  | { readonly is: 'help' }
  | { readonly is: 'wrong'; readonly sentence: string }
  | { readonly is: 'analyze'; readonly request: AnalyzeRequest };

const MOST_WORKERS = 4;

const OPTIONS = {
  score: { type: 'string', multiple: true, default: [] as string[] },
  compare: { type: 'string', multiple: true, default: [] as string[] },
  'compare-at': { type: 'string' },
  detector: { type: 'string' },
  add: { type: 'boolean', default: false },
  save: { type: 'string' },
  labels: { type: 'string' },
  drain3: { type: 'string' },
  session: { type: 'string', default: 'auto' },
  format: { type: 'string', default: DEFAULT_SETTINGS.format },
  columns: { type: 'string' },
  ...PARSER_OPTIONS,
  ...PERIOD_OPTIONS,
  encoding: { type: 'string', default: 'auto' },
  files: { type: 'string', default: DEFAULT_SETTINGS.files },
  history: { type: 'string', default: String(DEFAULT_SETTINGS.history) },
  candidates: { type: 'string', default: 'auto' },
  'value-errors': { type: 'string' },
  budget: { type: 'string', default: String(DEFAULT_SETTINGS.falseAlarmsPerThousand / 1000) },
  epochs: { type: 'string', default: String(DEFAULT_SETTINGS.epochs) },
  seed: { type: 'string', default: String(DEFAULT_SETTINGS.seed) },
  backend: { type: 'string', default: 'auto' },
  workers: { type: 'string', default: String(Math.min(availableParallelism(), MOST_WORKERS)) },
  'unpack-anyway': { type: 'boolean', default: false },
  'learn-from-all': { type: 'boolean', default: false },
  'choose-by-labels': { type: 'boolean', default: false },
  'text-anyway': { type: 'boolean', default: false },
  anyway: { type: 'boolean', default: false },
  ...PART_OPTIONS,
  ...MARK_OPTIONS,
  ...STREAM_OPTIONS,
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const NODE_BACKENDS = ['auto', 'wasm', 'cpu'] as const;

export function readArguments(words: readonly string[]): ParsedArguments {
  const parsed = parse(words);
  if (typeof parsed === 'string') return wrong(parsed);
  const { values } = parsed;
  if (values.help) return { is: 'help' };
  const { files, score, compare } = splitFiles(parsed);
  const compareAt = readCompareAt(values, compare);
  if (typeof compareAt === 'string') return wrong(compareAt);
  const unpaired = pairConflict(files, compare, values);
  if (unpaired !== undefined) return wrong(unpaired);
  if (files.length === 0) return wrong('Name at least one log file, or - for standard input.');
  const conflict = conflictWith(values, score);
  if (conflict !== undefined) return wrong(conflict);
  if (values['choose-by-labels'] && values.labels === undefined)
    return wrong('--choose-by-labels needs labels: name their file with --labels.');
  const period = readPeriodArguments(values);
  if (typeof period === 'string') return wrong(period);
  if (values.detector !== undefined && period !== undefined)
    return wrong('--detector trains nothing; --train-from and --train-to go with training.');
  const part = readPart(values);
  if (typeof part === 'string') return wrong(part);
  const stream = readStream(values, files);
  if (typeof stream === 'string') return wrong(stream);
  const settings = readSettings(values, { trainingPeriod: period?.period, part: part ?? 'all' });
  if (typeof settings === 'string') return wrong(settings);
  const { detector, add, save, labels, drain3, session, out, json } = values;
  const workers = Number(values.workers);
  return {
    is: 'analyze',
    request: {
      ...readMarkArguments(values),
      files,
      score,
      compare,
      compareAt,
      detector,
      add,
      save,
      labels,
      drain3,
      session,
      out,
      json,
      workers,
      period,
      stream,
      settings,
    },
  };
}

type Parsed = Exclude<ReturnType<typeof parse>, string>;

/** What does not go with `--detector`, as a sentence. */
function conflictWith(values: Parsed['values'], score: readonly string[]): string | undefined {
  const { detector, add, save, parser, drain3, mask } = values;
  if (detector === undefined) return add ? '--add goes with --detector: it says what to add to.' : undefined;
  if (add && save === undefined && values.out === undefined)
    return '--add makes another detector: name its file with --save, or a folder with --out.';
  if (values['value-errors'] !== undefined)
    return '--detector judges errors as when it was saved; --value-errors goes with training.';
  if (score.length > 0) return '--detector scores FILE itself; --score goes with training.';
  if (save !== undefined && !add) return '--detector trains nothing; there is nothing to --save.';
  if (drain3 !== undefined) return '--detector brings its own templates; --drain3 goes with training.';
  if (mask !== undefined) return '--detector brings its own masks; --mask goes with training.';
  return parser === undefined ? undefined : '--detector brings its own parser; --parser goes with training.';
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true, tokens: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The time, undefined where none is asked for, or a sentence. */
function readCompareAt(
  { 'compare-at': text }: Parsed['values'],
  compare: readonly string[],
): number | undefined | string {
  if (text === undefined) return undefined;
  if (compare.length > 0) return '--compare-at compares one log with itself; --compare goes with two.';
  const time = readPeriod(text, undefined);
  if (typeof time === 'string' || time.by === 'lines') return '--compare-at must be a time such as 2024-03-05T10:00.';
  return time.period.from;
}

/** What does not go with `--compare` or `--compare-at`, as a sentence. */
function pairConflict(
  files: readonly string[],
  compare: readonly string[],
  values: Parsed['values'],
): string | undefined {
  const { detector, score, save, out, labels } = values;
  const at = values['compare-at'];
  if (compare.length === 0 && at === undefined) return undefined;
  if (files.length === 0 && at === undefined)
    return 'Name the baseline and the log to compare with it: --compare BEFORE AFTER.';
  const isScoring = detector !== undefined || score.length > 0 || labels !== undefined;
  const option = at === undefined ? '--compare' : '--compare-at';
  if (isScoring) return `${option} scores nothing; --detector, --score and --labels do not go with it.`;
  return save === undefined && out === undefined ? undefined : `${option} trains nothing; there is nothing to write.`;
}

/** `--score` and `--compare` take all file names up to the next option; of two that are compared the first is the baseline. */
function splitFiles({ tokens }: Parsed): { files: string[]; score: string[]; compare: string[] } {
  const [files, score, compare]: [string[], string[], string[]] = [[], [], []];
  let target = files;
  for (const token of tokens) {
    if (token.kind === 'positional') target.push(token.value);
    if (token.kind !== 'option') continue;
    target = token.name === 'score' ? score : token.name === 'compare' ? compare : files;
    if (target !== files && token.value !== undefined) target.push(token.value);
  }
  const [before, after, ...more] = compare;
  const isPair = files.length === 0 && before !== undefined && after !== undefined && more.length === 0;
  return isPair ? { files: [before], score, compare: [after] } : { files, score, compare };
}

function readSettings(
  values: Parsed['values'],
  chosen: Pick<Settings, 'trainingPeriod' | 'part'>,
): AnalyzeRequest['settings'] | string {
  const detection = readDetection(values);
  if (typeof detection === 'string') return detection;
  const numbers = { history: values.history, epochs: values.epochs, workers: values.workers };
  const faulty = Object.entries(numbers).find(([, text]) => !isCount(text));
  if (faulty !== undefined) return `--${faulty[0]} must be a whole number above 0.`;
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) return '--seed must be a whole number.';
  const backend = NODE_BACKENDS.find((known) => known === values.backend);
  if (backend === undefined) return `--backend must be one of ${NODE_BACKENDS.join(', ')}.`;
  const encoding = values.encoding === 'auto' ? 'auto' : encodingName(values.encoding);
  if (encoding === undefined) return '--encoding must be auto or the label of an encoding, such as windows-1252.';
  const { files } = values;
  if (files !== 'merged' && files !== 'apart') return '--files must be merged or apart.';
  const parsing = readParser(values);
  if (typeof parsing === 'string' && parsing !== 'auto') return parsing;
  const templateEdits = readMasks(values.mask, parsing);
  if (typeof templateEdits === 'string') return templateEdits;
  const columns = readColumns(values.columns);
  if (typeof columns === 'string') return columns;
  return {
    ...detection,
    columns,
    history: Number(values.history),
    epochs: Number(values.epochs),
    seed,
    backend,
    encoding,
    files,
    format: values.format,
    parsing,
    unpackAnyway: values['unpack-anyway'],
    learnFromAll: values['learn-from-all'],
    textAnyway: values['text-anyway'],
    scoreAnyway: values.anyway,
    trainingPercent: DEFAULT_SETTINGS.trainingPercent,
    ways: DEFAULT_SETTINGS.ways,
    templateEdits,
    ...chosen,
  };
}

type Detection = Pick<Settings, 'falseAlarmsPerThousand' | 'chooseByLabels' | 'candidates' | 'valueErrors'>;

function readDetection(values: Parsed['values']): Detection | string {
  const budget = Number(values.budget);
  if (!(budget > 0 && budget < 1)) return '--budget must be a share between 0 and 1.';
  if (values.candidates !== 'auto' && !isCount(values.candidates))
    return '--candidates must be auto or a whole number above 0.';
  const named = values['value-errors'] ?? DEFAULT_SETTINGS.valueErrors;
  const valueErrors = ERROR_NORMS.find((known) => known === named);
  if (valueErrors === undefined) return `--value-errors must be one of ${ERROR_NORMS.join(', ')}.`;
  return {
    falseAlarmsPerThousand: budget * 1000,
    chooseByLabels: values['choose-by-labels'],
    candidates: values.candidates === 'auto' ? 'auto' : Number(values.candidates),
    valueErrors,
  };
}

const isCount = (text: string) => Number.isSafeInteger(Number(text)) && Number(text) > 0;

const wrong = (sentence: string): ParsedArguments => ({ is: 'wrong', sentence });

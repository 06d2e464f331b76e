import { DEFAULT_SETTINGS } from '../../src/app/pipeline.ts';
import { badInput, type Command, JSON_OPTION, printed, readWords, wrongUsage } from '../accuracy-command.ts';
import { type HdfsPaths, readHdfsFiles } from './hdfs-files.ts';
import { type HdfsOptions, measureHdfs } from './measure.ts';
import { faultOfRun } from './run-options.ts';
import { hdfsTable } from './table.ts';

const OPTIONS = {
  train: { type: 'string' },
  normal: { type: 'string' },
  abnormal: { type: 'string' },
  budget: { type: 'string' },
  epochs: { type: 'string', default: String(DEFAULT_SETTINGS.epochs) },
  seed: { type: 'string', default: String(DEFAULT_SETTINGS.seed) },
  ...JSON_OPTION,
} as const;

const DEFAULT_BUDGET = DEFAULT_SETTINGS.falseAlarmsPerThousand / 1000;
const SHOWN_BUDGETS = [0.0005, DEFAULT_BUDGET, 0.005];

export const runHdfs: Command = async (words, say) => {
  const request = readRequest(words);
  if (typeof request === 'string') return wrongUsage(request);
  const files = await readHdfsFiles(request.paths);
  if (typeof files === 'string') return badInput(files);
  const results = await measureHdfs(files, request.options, say);
  return printed(request.asJson ? JSON.stringify(results[0]) : hdfsTable(request.options.budgets, results));
};

interface Request {
  readonly paths: HdfsPaths;
  readonly options: HdfsOptions;
  readonly asJson: boolean;
}

function readRequest(words: readonly string[]): Request | string {
  const parsed = readWords(words, OPTIONS);
  if (typeof parsed === 'string') return parsed;
  const given = parsed.values;
  const { train, normal, abnormal, json } = given;
  if (train === undefined || normal === undefined || abnormal === undefined) {
    return 'hdfs needs --train F, --normal F and --abnormal F.';
  }
  const budget = given.budget === undefined ? DEFAULT_BUDGET : Number(given.budget);
  const [epochs, seed] = [Number(given.epochs), Number(given.seed)];
  const fault = faultOfRun({ budget, epochs, seed });
  if (fault !== undefined) return fault;
  const budgets = json || given.budget !== undefined ? [budget] : SHOWN_BUDGETS;
  return { paths: { training: train, normal, abnormal }, options: { budgets, epochs, seed }, asJson: json };
}

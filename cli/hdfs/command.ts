import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../../src/app/pipeline.ts';
import { type HdfsPaths, readHdfsFiles } from './hdfs-files.ts';
import { type HdfsOptions, measureHdfs } from './measure.ts';
import { faultOfRun } from './run-options.ts';
import { hdfsTable } from './table.ts';

export const HDFS_USAGE = `  hdfs          learn from --train F without any label, set thresholds with its sessions, and count what is flagged in
                --normal F and --abnormal F: key-sequence files, one session a line. Precision and F1 are projected to
                the classes of all of HDFS; best F1 is at the threshold that the test would have liked best
    --budget B  false alarms as a share of sessions (default ${DEFAULT_SETTINGS.falseAlarmsPerThousand / 1000}; without --json also 0.0005 and 0.005)
    --epochs N  passes at most (default ${DEFAULT_SETTINGS.epochs}); --seed N (default ${DEFAULT_SETTINGS.seed})`;

const OPTIONS = {
  train: { type: 'string' },
  normal: { type: 'string' },
  abnormal: { type: 'string' },
  budget: { type: 'string' },
  epochs: { type: 'string', default: String(DEFAULT_SETTINGS.epochs) },
  seed: { type: 'string', default: String(DEFAULT_SETTINGS.seed) },
  json: { type: 'boolean', default: false },
} as const;

const DEFAULT_BUDGET = DEFAULT_SETTINGS.falseAlarmsPerThousand / 1000;
const SHOWN_BUDGETS = [0.0005, DEFAULT_BUDGET, 0.005];

/** What to print, or what is wrong: with the command line (2) or with a file (1). */
export type CommandResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly sentence: string; readonly exitCode: 1 | 2 };

/** @param words those after `hdfs` */
export async function runHdfs(words: readonly string[], say: (text: string) => void): Promise<CommandResult> {
  const request = readRequest(words);
  if (typeof request === 'string') return { ok: false, sentence: request, exitCode: 2 };
  const files = await readHdfsFiles(request.paths);
  if (typeof files === 'string') return { ok: false, sentence: files, exitCode: 1 };
  const results = await measureHdfs(files, request.options, say);
  const text = request.asJson ? JSON.stringify(results[0]) : hdfsTable(request.options.budgets, results);
  return { ok: true, text };
}

interface Request {
  readonly paths: HdfsPaths;
  readonly options: HdfsOptions;
  readonly asJson: boolean;
}

function readRequest(words: readonly string[]): Request | string {
  const given = parsed(words);
  if (typeof given === 'string') return given;
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

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

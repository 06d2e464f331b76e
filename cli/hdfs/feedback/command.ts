import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../../../src/app/pipeline.ts';
import { isWhole } from '../../whole-number.ts';
import type { CommandResult } from '../command.ts';
import { readHdfsFiles } from '../hdfs-files.ts';
import { faultOfRun } from '../run-options.ts';
import { type FeedbackOptions, measureFeedback } from './measure.ts';
import { feedbackTable } from './table.ts';

const DATA = '../shared/data/hdfs';

export const FEEDBACK_USAGE = `  feedback [DIR]
                learn from the first sessions of DIR/train_normal.txt (default ${DATA}), call the most confident flags in one
                half of DIR/normal.txt normal, and count what that does in the other half and in DIR/abnormal.txt, beside
                no marks and beside training again
    --sessions N  training sessions (default 500); --budget B; --epochs N; --seed N as above`;

const OPTIONS = {
  sessions: { type: 'string', default: '500' },
  budget: { type: 'string', default: String(DEFAULT_SETTINGS.falseAlarmsPerThousand / 1000) },
  epochs: { type: 'string', default: String(DEFAULT_SETTINGS.epochs) },
  seed: { type: 'string', default: String(DEFAULT_SETTINGS.seed) },
  json: { type: 'boolean', default: false },
} as const;

const MARKS = [10, 25, 50];

interface Request {
  readonly directory: string;
  readonly options: FeedbackOptions;
  readonly asJson: boolean;
}

/** @param words those after `feedback` */
export async function runFeedback(words: readonly string[], say: (text: string) => void): Promise<CommandResult> {
  const request = readRequest(words);
  if (typeof request === 'string') return { ok: false, sentence: request, exitCode: 2 };
  const of = (name: string) => `${request.directory}/${name}.txt`;
  const files = await readHdfsFiles({
    training: of('train_normal'),
    normal: of('normal'),
    abnormal: of('abnormal'),
  });
  if (typeof files === 'string') return { ok: false, sentence: files, exitCode: 1 };
  const result = await measureFeedback(files, request.options, say);
  return { ok: true, text: request.asJson ? JSON.stringify(result) : feedbackTable(result) };
}

function readRequest(words: readonly string[]): Request | string {
  const given = parsed(words);
  if (typeof given === 'string') return given;
  const { values, positionals } = given;
  const [directory = DATA, ...extra] = positionals;
  if (extra.length > 0) return 'feedback takes one folder at most.';
  const sessions = Number(values.sessions);
  if (!isWhole(sessions, 2)) return '--sessions must be a whole number above 1.';
  const run = { budget: Number(values.budget), epochs: Number(values.epochs), seed: Number(values.seed) };
  const fault = faultOfRun(run);
  if (fault !== undefined) return fault;
  return { directory, options: { sessions, marks: MARKS, ...run }, asJson: values.json };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

import { DEFAULT_SETTINGS } from '../../../src/app/pipeline.ts';
import { badInput, type Command, JSON_OPTION, printed, readWords, wrongUsage } from '../../accuracy-command.ts';
import { isWhole } from '../../whole-number.ts';
import { readHdfsFiles } from '../hdfs-files.ts';
import { faultOfRun } from '../run-options.ts';
import { type FeedbackOptions, measureFeedback } from './measure.ts';
import { feedbackTable } from './table.ts';

const DATA = '../shared/data/hdfs';

const OPTIONS = {
  sessions: { type: 'string', default: '500' },
  budget: { type: 'string', default: String(DEFAULT_SETTINGS.falseAlarmsPerThousand / 1000) },
  epochs: { type: 'string', default: String(DEFAULT_SETTINGS.epochs) },
  seed: { type: 'string', default: String(DEFAULT_SETTINGS.seed) },
  ...JSON_OPTION,
} as const;

const MARKS = [10, 25, 50];

interface Request {
  readonly directory: string;
  readonly options: FeedbackOptions;
  readonly asJson: boolean;
}

export const runFeedback: Command = async (words, say) => {
  const request = readRequest(words);
  if (typeof request === 'string') return wrongUsage(request);
  const of = (name: string) => `${request.directory}/${name}.txt`;
  const files = await readHdfsFiles({ training: of('train_normal'), normal: of('normal'), abnormal: of('abnormal') });
  if (typeof files === 'string') return badInput(files);
  const result = await measureFeedback(files, request.options, say);
  return printed(request.asJson ? JSON.stringify(result) : feedbackTable(result));
};

function readRequest(words: readonly string[]): Request | string {
  const given = readWords(words, OPTIONS, 1);
  if (typeof given === 'string') return given;
  const { values, positionals } = given;
  const [directory = DATA] = positionals;
  const sessions = Number(values.sessions);
  if (!isWhole(sessions, 2)) return '--sessions must be a whole number above 1.';
  const run = { budget: Number(values.budget), epochs: Number(values.epochs), seed: Number(values.seed) };
  const fault = faultOfRun(run);
  if (fault !== undefined) return fault;
  return { directory, options: { sessions, marks: MARKS, ...run }, asJson: values.json };
}

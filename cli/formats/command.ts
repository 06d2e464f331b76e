import { existsSync, statSync } from 'node:fs';
import { badInput, type Command, JSON_OPTION, printed, readWords, wrongUsage } from '../accuracy-command.ts';
import { formatsAccuracy } from '../formats-accuracy.ts';
import type { FormatScore } from './measure.ts';
import { REAL_FILES, REAL_TRUTHS } from './real-files.ts';
import { formatsTable, summarise } from './summary.ts';

const CORPUS = 'fixtures/formats';

export const runFormats: Command = async (words) => {
  const args = readWords(words, JSON_OPTION, 1);
  if (typeof args === 'string') return wrongUsage(args);
  const [given] = args.positionals;
  const directory = given ?? CORPUS;
  if (!statSync(`${directory}/truth.json`, { throwIfNoEntry: false })?.isFile()) {
    return badInput(`${directory} holds no truth.json.`);
  }
  const scores = await formatsAccuracy(directory);
  const hasReal = given === undefined && existsSync(REAL_FILES);
  const real = hasReal ? await formatsAccuracy(REAL_FILES, REAL_TRUTHS) : undefined;
  if (args.values.json) return printed(JSON.stringify({ ...result(scores), ...(real && { real: result(real) }) }));
  if (given !== undefined) return printed(formatsTable(scores));
  const table = real === undefined ? `Skipped: there is no ${REAL_FILES}.` : formatsTable(real);
  return printed(`${formatsTable(scores)}\n\nReal logs\n${table}`);
};

function result(files: readonly FormatScore[]) {
  return { files, summary: summarise(files) };
}

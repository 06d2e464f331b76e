import { type FormatScore, measureFormat } from './formats/measure.ts';
import { readTruths, type Truths } from './formats/truth.ts';

/** Reads every log that `truth.json` names, without settings, and compares. */
export async function formatsAccuracy(
  directory: string,
  truths: Truths = readTruths(directory),
): Promise<FormatScore[]> {
  const scores: FormatScore[] = [];
  for (const [file, truth] of Object.entries(truths)) scores.push(await measureFormat(directory, file, truth));
  return scores;
}

import { type Command, JSON_OPTION, printed, readWords, wrongUsage } from '../accuracy-command.ts';
import { measureComparison } from './measure.ts';
import { comparisonTable } from './table.ts';

const SEEDS = 500;
/** Of each log. */
const SESSIONS = [100, 300, 1000];

export const runComparison: Command = async (words) => {
  const given = readWords(words, JSON_OPTION);
  if (typeof given === 'string') return wrongUsage(given);
  const accuracies = SESSIONS.map((sessions) => measureComparison(SEEDS, sessions));
  return printed(given.values.json ? JSON.stringify(accuracies) : comparisonTable(accuracies));
};

import { badInput, type Command, JSON_OPTION, printed, readWords, wrongUsage } from '../accuracy-command.ts';
import { eventAccuracy } from './event-accuracy.ts';
import { readLabelledLog } from './labelled-log.ts';
import { eventTable } from './table.ts';

export const runBgl: Command = async (words) => {
  const given = readWords(words, JSON_OPTION, 1);
  if (typeof given === 'string') return wrongUsage(given);
  const [directory] = given.positionals;
  if (directory === undefined) return wrongUsage('bgl needs a folder.');
  const log = readLabelledLog(directory);
  if (typeof log === 'string') return badInput(log);
  const accuracy = await eventAccuracy(log);
  if (accuracy === undefined) return badInput(`The log in ${directory} cannot be read as one.`);
  return printed(given.values.json ? JSON.stringify(accuracy) : eventTable(accuracy));
};

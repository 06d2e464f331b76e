import { statSync } from 'node:fs';
import {
  badInput,
  type Command,
  type CommandResult,
  JSON_OPTION,
  printed,
  readWords,
  wrongUsage,
} from '../accuracy-command.ts';
import { leaveOneOut } from '../leave-one-out/choose.ts';
import { groupingAccuracyOf } from '../leave-one-out/grouping-accuracy.ts';
import { GRID, type ParserSettings } from '../leave-one-out/settings.ts';
import { leaveOneOutTable } from '../leave-one-out/table.ts';
import { findSystems, type LoghubSystem } from '../loghub.ts';
import { meanAccuracy } from '../parsing-accuracy.ts';
import { measureSystems, parseAsPublished, parseWithoutSettings } from './measure.ts';
import { parsingTable } from './table.ts';

const OPTIONS = { ...JSON_OPTION, classic: { type: 'boolean' }, 'leave-one-out': { type: 'boolean' } } as const;

export const runParsing: Command = async (words) => {
  const given = readWords(words, OPTIONS, 1);
  if (typeof given === 'string') return wrongUsage(given);
  const { classic, 'leave-one-out': leaves, json } = given.values;
  const [directory] = given.positionals;
  if (directory === undefined) return wrongUsage('parsing needs a folder.');
  if (classic && leaves) return wrongUsage('--classic and --leave-one-out are two ways; name one.');
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) return badInput(`${directory} is not a folder.`);
  const found = findSystems(directory);
  if (found.length === 0) return badInput(`${directory} holds no X_2k.log with its X_2k.log_structured.csv.`);
  if (leaves) return chooseWithoutEach(found, json);
  const systems = await measureSystems(found, classic ? parseAsPublished : parseWithoutSettings);
  if (typeof systems === 'string') return badInput(systems);
  const average = meanAccuracy(Object.values(systems));
  return printed(json ? JSON.stringify({ systems, average }) : parsingTable({ ...systems, average }));
};

async function chooseWithoutEach(systems: readonly LoghubSystem[], json: boolean): Promise<CommandResult> {
  if (systems.length < 2) return badInput('To leave one system out takes two at least.');
  const accuracies = new Map<string, (settings: ParserSettings) => number>();
  for (const system of systems) {
    const accuracy = await groupingAccuracyOf(system);
    if (typeof accuracy === 'string') return badInput(accuracy);
    accuracies.set(system.name, accuracy);
  }
  const result = leaveOneOut(accuracies, GRID);
  return printed(json ? JSON.stringify(result) : leaveOneOutTable(result));
}

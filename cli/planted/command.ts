import { type Command, JSON_OPTION, printed, readWords, wrongUsage } from '../accuracy-command.ts';
import { LOG_KINDS } from '../sample/kinds.ts';
import { measurePlanted, type PlantedScore } from './measure.ts';
import { plantedTable } from './table.ts';

const PLANTED = { lines: 50_000, anomalies: 0.03 };
const SEEDS = [1, 2, 3];

export const runPlanted: Command = async (words) => {
  const given = readWords(words, JSON_OPTION);
  if (typeof given === 'string') return wrongUsage(given);
  const scores: PlantedScore[] = [];
  for (const kind of LOG_KINDS) {
    for (const seed of SEEDS) scores.push(await measurePlanted(kind, { ...PLANTED, seed }));
  }
  return printed(given.values.json ? JSON.stringify(scores) : plantedTable(scores));
};

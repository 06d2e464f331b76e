import { nodeSource } from '../analyze/node-source.ts';
import { CLASSIC_SETTINGS } from '../classic-settings.ts';
import { type LoghubSystem, readTruth } from '../loghub.ts';
import { parseClassic } from '../parse-classic.ts';
import { parseLog } from '../parse-log.ts';
import { type ParsedLine, type ParsingAccuracy, parsingAccuracy } from '../parsing-accuracy.ts';

/** @returns one entry a line; a sentence where that cannot be */
export type Parse = (system: LoghubSystem) => Promise<readonly ParsedLine[] | string>;

export const parseWithoutSettings: Parse = async ({ logFile }) => {
  const source = await nodeSource(logFile);
  const parsed = source.ok ? await parseLog(source.value) : undefined;
  return parsed ?? `${logFile} cannot be read as a log.`;
};

export const parseAsPublished: Parse = async ({ name, logFile }) => {
  const settings = CLASSIC_SETTINGS.get(name);
  if (settings === undefined) return `logparser has no settings for ${name}.`;
  const source = await nodeSource(logFile);
  return source.ok ? parseClassic(source.value, settings) : `${logFile} cannot be read as a log.`;
};

/** @returns the accuracy of each system by its name; a sentence where one cannot be measured */
export async function measureSystems(
  systems: readonly LoghubSystem[],
  parse: Parse,
): Promise<Record<string, ParsingAccuracy> | string> {
  const scores: [string, ParsingAccuracy][] = [];
  for (const system of systems) {
    const { name, logFile, truthFile } = system;
    const truth = readTruth(truthFile);
    if (typeof truth === 'string') return truth;
    const parsed = await parse(system);
    if (typeof parsed === 'string') return parsed;
    if (parsed.length !== truth.length) {
      return `${logFile} has ${parsed.length} lines, but ${truthFile} ${truth.length}.`;
    }
    scores.push([name, parsingAccuracy(parsed, truth)]);
  }
  return Object.fromEntries(scores);
}

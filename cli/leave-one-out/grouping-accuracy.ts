import { readFileSync } from 'node:fs';
import { sampleLines } from '../../src/ingest/sample-lines.ts';
import { sniff } from '../../src/ingest/sniff.ts';
import { nodeSource } from '../analyze/node-source.ts';
import { type LoghubSystem, readTruth } from '../loghub.ts';
import { parsingAccuracy } from '../parsing-accuracy.ts';
import type { ParserSettings } from './settings.ts';
import { TunableLog } from './tunable-log.ts';

/**
 * Grouping accuracy of a system as a function of the settings; the log is read once.
 *
 * @returns a sentence where the files are not a log and its truth
 */
export async function groupingAccuracyOf({
  logFile,
  truthFile,
}: LoghubSystem): Promise<((settings: ParserSettings) => number) | string> {
  const truth = readTruth(truthFile);
  if (typeof truth === 'string') return truth;
  const source = await nodeSource(logFile);
  const sniffed = source.ok ? await sniff(source.value) : undefined;
  const sampled = sniffed?.ok ? await sampleLines(sniffed.text) : undefined;
  if (!sampled?.ok) return `${logFile} cannot be read as a log.`;
  const lines = readFileSync(logFile, 'utf8')
    .replace(/\r?\n$/, '')
    .split(/\r?\n/);
  if (lines.length !== truth.length) return `${logFile} has ${lines.length} lines, but ${truthFile} ${truth.length}.`;
  const log = new TunableLog(lines, sampled.lines);
  const known = new Map<readonly number[], number>();
  return (settings) => {
    const groups = log.parse(settings);
    const parsed = () => groups.map((group) => ({ group, template: '' }));
    const ga = known.get(groups) ?? parsingAccuracy(parsed(), truth).ga;
    known.set(groups, ga);
    return ga;
  };
}

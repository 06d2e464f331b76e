import { existsSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { nodeSource } from './analyze/node-source.ts';
import { eventAccuracy } from './bgl/event-accuracy.ts';
import { readLabelledLog } from './bgl/labelled-log.ts';
import { eventTable } from './bgl/table.ts';
import { BUDGET_USAGE, runBudget } from './budget/command.ts';
import { CLASSIC_SETTINGS } from './classic-settings.ts';
import type { FormatScore } from './formats/measure.ts';
import { REAL_FILES, REAL_TRUTHS } from './formats/real-files.ts';
import { formatsTable, summarise } from './formats/summary.ts';
import { formatsAccuracy } from './formats-accuracy.ts';
import { HDFS_USAGE, runHdfs } from './hdfs/command.ts';
import { FEEDBACK_USAGE, runFeedback } from './hdfs/feedback/command.ts';
import { leaveOneOut } from './leave-one-out/choose.ts';
import { groupingAccuracyOf } from './leave-one-out/grouping-accuracy.ts';
import { GRID, type ParserSettings } from './leave-one-out/settings.ts';
import { leaveOneOutTable } from './leave-one-out/table.ts';
import { findSystems, type LoghubSystem, readTruth } from './loghub.ts';
import { parseClassic } from './parse-classic.ts';
import { parseLog } from './parse-log.ts';
import { meanAccuracy, type ParsedLine, type ParsingAccuracy, parsingAccuracy } from './parsing-accuracy.ts';
import { measurePlanted, type PlantedScore } from './planted/measure.ts';
import { plantedTable } from './planted/table.ts';
import { LOG_KINDS } from './sample/kinds.ts';
import { measureWorkflows } from './workflow/measure.ts';
import { workflowTable } from './workflow/table.ts';

const CORPUS = 'fixtures/formats';

const USAGE = `Usage: npm run -s accuracy -- parsing DIR [--classic | --leave-one-out] [--json]
       npm run -s accuracy -- formats [DIR] [--json]
       npm run -s accuracy -- bgl DIR [--json]
       npm run -s accuracy -- planted [--json]
       npm run -s accuracy -- budget [--runs N] [--lines N] [--anomalies S] [--epochs N] [--json]
       npm run -s accuracy -- workflow [--json]
       npm run -s accuracy -- hdfs --train F --normal F --abnormal F [--budget B] [--epochs N] [--seed N] [--json]
       npm run -s accuracy -- feedback [DIR] [--sessions N] [--budget B] [--epochs N] [--seed N] [--json]

  parsing DIR   mine every */X_2k.log under DIR without settings and compare with X_2k.log_structured.csv:
                GA  grouping accuracy: lines whose group is exactly a true one
                FGA F1 of groups
                PA  parsing accuracy: lines whose template text is right (a word with <*> in it counts as <*>)
                FTA F1 of templates: group and text right
  --classic     mine with Drain as published and the settings that logparser has for each of the systems
  --leave-one-out
                choose every number of the parser for each system on the other systems, apply it to that system, and
                compare GA with that of the defaults
  formats DIR   read every log that DIR/truth.json names (${CORPUS} where none is given) without settings and compare:
                header and content of each line, joined lines, place of the session identifier, first and last time;
                without DIR also the real logs under ${REAL_FILES}, where there are any
  bgl DIR       learn from the first 60 % of the lines of DIR/BGL_2k.log without their labels, flag single lines of the rest,
                and compare with the label that each line begins with
  planted       generate logs of every kind with seeds 1, 2 and 3, and count which planted odd values, slow and fast steps
                behind the training period the detectors of times and values find, with their cause
${BUDGET_USAGE}
  workflow      generate workflows with 50 seeds, 1,000 sessions of each, a tenth of them disturbed, and compare what is
                learnt from the sessions with what made them
${HDFS_USAGE}
${FEEDBACK_USAGE}
  --json        print one JSON object`;

/** A wrong command line or bad input, with the exit code it leads to. */
class CommandError extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const [command, directory, ...extra] = positionals;
  if (command === 'formats' && extra.length === 0) return printFormats(directory, values.json === true);
  if (command === 'bgl' && directory !== undefined && extra.length === 0)
    return printEvents(directory, values.json === true);
  if (command === 'planted' && directory === undefined) return printPlanted(values.json === true);
  if (command === 'workflow' && directory === undefined) return printWorkflows(values.json === true);
  if (command !== 'parsing' || directory === undefined || extra.length > 0) throw new CommandError(USAGE, 2);
  return printParsing(directory, values);
}

async function printParsing(directory: string, options: ReturnType<typeof readArguments>['values']): Promise<void> {
  if (options.classic && options['leave-one-out']) throw new CommandError(USAGE, 2);
  const found = systemsIn(directory);
  if (options['leave-one-out']) {
    const result = leaveOneOut(await tunableSystems(found), GRID);
    process.stdout.write(`${options.json ? JSON.stringify(result) : leaveOneOutTable(result)}\n`);
    return;
  }
  const systems = await measureSystems(found, options.classic ? parseAsPublished : parseWithoutSettings);
  const average = meanAccuracy(Object.values(systems));
  const report = options.json ? JSON.stringify({ systems, average }) : tableOf({ ...systems, average });
  process.stdout.write(`${report}\n`);
}

async function printFormats(given: string | undefined, asJson: boolean): Promise<void> {
  const directory = given ?? CORPUS;
  if (!statSync(`${directory}/truth.json`, { throwIfNoEntry: false })?.isFile()) {
    throw new CommandError(`${directory} holds no truth.json.`, 1);
  }
  const scores = await formatsAccuracy(directory);
  const real =
    given === undefined && existsSync(REAL_FILES) ? await formatsAccuracy(REAL_FILES, REAL_TRUTHS) : undefined;
  if (asJson) {
    const result = (all: readonly FormatScore[]) => ({ files: all, summary: summarise(all) });
    process.stdout.write(`${JSON.stringify({ ...result(scores), ...(real && { real: result(real) }) })}\n`);
    return;
  }
  process.stdout.write(`${formatsTable(scores)}\n`);
  if (given !== undefined) return;
  const table = real === undefined ? `Skipped: there is no ${REAL_FILES}.` : formatsTable(real);
  process.stdout.write(`\nReal logs\n${table}\n`);
}

async function printEvents(directory: string, asJson: boolean): Promise<void> {
  const log = readLabelledLog(directory);
  if (typeof log === 'string') throw new CommandError(log, 1);
  const accuracy = await eventAccuracy(log);
  if (accuracy === undefined) throw new CommandError(`The log in ${directory} cannot be read as one.`, 1);
  process.stdout.write(`${asJson ? JSON.stringify(accuracy) : eventTable(accuracy)}\n`);
}

async function printHdfs(words: readonly string[], run = runHdfs): Promise<void> {
  const result = await run(words, (text) => process.stderr.write(`${text}\n`));
  if (!result.ok) throw new CommandError(result.sentence, result.exitCode);
  process.stdout.write(`${result.text}\n`);
}

async function printBudget(words: readonly string[]): Promise<void> {
  const result = await runBudget(words, (text) => process.stderr.write(`${text}\n`));
  if ('sentence' in result) throw new CommandError(result.sentence, 2);
  process.stdout.write(`${result.text}\n`);
}

const PLANTED = { lines: 50_000, anomalies: 0.03 };
const SEEDS = [1, 2, 3];

async function printPlanted(asJson: boolean): Promise<void> {
  const scores: PlantedScore[] = [];
  for (const kind of LOG_KINDS) {
    for (const seed of SEEDS) scores.push(await measurePlanted(kind, { ...PLANTED, seed }));
  }
  process.stdout.write(`${asJson ? JSON.stringify(scores) : plantedTable(scores)}\n`);
}

const WORKFLOWS = { seeds: 50, sessions: 1000 };

function printWorkflows(asJson: boolean): void {
  const accuracy = measureWorkflows(WORKFLOWS.seeds, WORKFLOWS.sessions);
  process.stdout.write(`${asJson ? JSON.stringify(accuracy) : workflowTable(accuracy)}\n`);
}

function readArguments(args: readonly string[]) {
  try {
    const options = {
      classic: { type: 'boolean' },
      'leave-one-out': { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, 2);
  }
}

function systemsIn(directory: string): readonly LoghubSystem[] {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new CommandError(`${directory} is not a folder.`, 1);
  }
  const systems = findSystems(directory);
  if (systems.length === 0)
    throw new CommandError(`${directory} holds no X_2k.log with its X_2k.log_structured.csv.`, 1);
  return systems;
}

async function tunableSystems(
  systems: readonly LoghubSystem[],
): Promise<ReadonlyMap<string, (settings: ParserSettings) => number>> {
  if (systems.length < 2) throw new CommandError('To leave one system out takes two at least.', 1);
  const accuracies = new Map<string, (settings: ParserSettings) => number>();
  for (const system of systems) {
    const accuracy = await groupingAccuracyOf(system);
    if (typeof accuracy === 'string') throw new CommandError(accuracy, 1);
    accuracies.set(system.name, accuracy);
  }
  return accuracies;
}

/** @returns one entry a line; a sentence where that cannot be */
type Parse = (system: LoghubSystem) => Promise<readonly ParsedLine[] | string>;

const parseWithoutSettings: Parse = async ({ logFile }) => {
  const source = await nodeSource(logFile);
  const parsed = source.ok ? await parseLog(source.value) : undefined;
  return parsed ?? `${logFile} cannot be read as a log.`;
};

const parseAsPublished: Parse = async ({ name, logFile }) => {
  const settings = CLASSIC_SETTINGS.get(name);
  if (settings === undefined) return `logparser has no settings for ${name}.`;
  const source = await nodeSource(logFile);
  return source.ok ? parseClassic(source.value, settings) : `${logFile} cannot be read as a log.`;
};

async function measureSystems(
  systems: readonly LoghubSystem[],
  parse: Parse,
): Promise<Record<string, ParsingAccuracy>> {
  const scores: Record<string, ParsingAccuracy> = {};
  for (const system of systems) {
    const { name, logFile, truthFile } = system;
    const truth = readTruth(truthFile);
    if (typeof truth === 'string') throw new CommandError(truth, 1);
    const parsed = await parse(system);
    if (typeof parsed === 'string') throw new CommandError(parsed, 1);
    if (parsed.length !== truth.length) {
      throw new CommandError(`${logFile} has ${parsed.length} lines, but ${truthFile} ${truth.length}.`, 1);
    }
    scores[name] = parsingAccuracy(parsed, truth);
  }
  return scores;
}

function tableOf(rows: Record<string, ParsingAccuracy>): string {
  const width = Math.max(...Object.keys(rows).map((name) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}${cells.map((cell) => cell.padStart(8)).join('')}`;
  const body = Object.entries(rows).map(([name, { ga, fga, pa, fta }]) =>
    line(name, [ga, fga, pa, fta].map(inThousandths)),
  );
  return [line('', ['GA', 'FGA', 'PA', 'FTA']), ...body].join('\n');
}

/** Rounded half up, as people do: `toFixed` alone makes 0.787 of 0.7875. */
function inThousandths(score: number): string {
  return (Math.round(score * 1000) / 1000).toFixed(3);
}

/** Commands that read what follows them themselves. */
const OWN_ARGUMENTS: ReadonlyMap<string, (words: readonly string[]) => Promise<void>> = new Map([
  ['hdfs', (words) => printHdfs(words)],
  ['feedback', (words) => printHdfs(words, runFeedback)],
  ['budget', printBudget],
]);

try {
  const [command, ...words] = process.argv.slice(2);
  const own = words.includes('--help') ? undefined : OWN_ARGUMENTS.get(command ?? '');
  await (own === undefined ? main(process.argv.slice(2)) : own(words));
} catch (error) {
  if (!(error instanceof CommandError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
}

#!/usr/bin/env node
import { PROGRAM_VERSION } from '../src/bundle/detector.ts';

const HELP = `deeplog COMMAND [options]

  analyze FILE...   finds the unusual sessions of a log
  serve             opens the page, served on this machine

deeplog COMMAND --help lists the options; deeplog --version prints the version.
`;

/** Each reads its own options, and sets the exit status. */
const COMMANDS: ReadonlyMap<string, () => Promise<unknown>> = new Map([
  ['analyze', () => import('./analyze.ts')],
  ['serve', () => import('./serve.ts')],
]);

const [, , word = '--help'] = process.argv;
const command = COMMANDS.get(word);
if (command !== undefined) {
  process.argv.splice(2, 1);
  await command();
} else if (word === '--version') {
  process.stdout.write(`${PROGRAM_VERSION}\n`);
} else if (word === '--help' || word === '-h') {
  process.stdout.write(HELP);
} else {
  process.stderr.write(`${word} is none of the commands ${[...COMMANDS.keys()].join(' and ')}.\n\n${HELP}`);
  process.exitCode = 2;
}

import { bytesOfUnits } from './bytes.ts';
import { LevelTable } from './kernel/level-table.ts';
import { SEVERITIES, type Severity } from './scanned-log.ts';

/**
 * Level words in six bands: those of syslog, log4j, java.util.logging, Python and databases, then the short forms of three
 * and four letters of Serilog, zerolog, logrus and .NET.
 */
const WORDS: Readonly<Record<Exclude<Severity, 'none'>, string>> = {
  trace: 'trace finest finer verbose trc vrb trce',
  debug: 'debug fine config dbg debu debg dbug',
  info: 'info information informational notice note log inf',
  warn: 'warn warning wrn',
  error: 'error err severe failure erro fail',
  fatal: 'fatal critical crit alert emerg emergency panic ftl fata pani',
};
/** One capital letter, as Android and MongoDB write; its place counts from the least severe on. */
const LETTERS = 'VDIWEF';

let shared: LevelTable | undefined;

/** The table of all level words; it never changes. */
export function levelTable(): LevelTable {
  shared ??= newLevelTable();
  return shared;
}

function newLevelTable(): LevelTable {
  const table = new LevelTable();
  for (const [name, words] of Object.entries(WORDS)) {
    const severity = SEVERITIES.indexOf(name as Severity);
    for (const word of words.split(' ')) table.add(bytesOfUnits(word), 0, word.length, severity);
  }
  for (const [index, letter] of [...LETTERS].entries()) table.letters[letter.charCodeAt(0)] = index + 1;
  return table;
}

import { countNaming, eachIdentifier } from '../core/scan/each-identifier.ts';
import type { HeaderFormat } from '../core/scan/header-format.ts';
import { lineBytes } from '../core/scan/header-reader.ts';
import { priorOf } from '../core/scan/identifier-prior.ts';
import type { IdentifierRule } from '../core/scan/identifier-rule.ts';
import { LogScanner } from '../core/scan/log-scanner.ts';
import { possibleIdentifiers } from '../core/scan/propose-identifiers.ts';
import type { IdentifierColumn, ScannedLog } from '../core/scan/scanned-log.ts';
import { promiseOf, weighIdentifier, worthOf } from '../core/sequence/evidence.ts';
import { keyLog } from './templates.ts';

/** As many as the page shows: each one costs time and memory on every line of the log. */
const MOST_PROPOSALS = 3;
/** Identifiers rarer than this in the sample are not tried. */
const LEAST_COVERAGE = 0.3;
/** With more ids than this per line that has one, the ids repeat too rarely to make sessions. */
const MOST_IDS_PER_LINE = 0.95;
/** A line that names several ids, as a message's sender and receiver, ties them together; where most do, they are no sessions. */
const MOST_FURTHER_IDS = 0.5;
/** What an identifier may promise that the sample, which cuts sessions, does not show. */
const PROMISE_WORTH = 0.1;
const LEAST_WORTH = 0.002;

/**
 * The session rules that are worth looking for in the whole log, the best first: those with the best evidence in the sample,
 * as if it were the log.
 *
 * @param lines sampled from all over the log in runs, without line ends or escape sequences
 */
export function proposeIdentifiers(lines: readonly string[], header: HeaderFormat): IdentifierRule[] {
  const sample = lines.filter((line) => line.trim() !== '');
  const rules = possibleIdentifiers(sample, header);
  const scanned = scanSample(sample, header, rules);
  const { keyOfLine } = keyLog(scanned);
  const mined = keyOfLine.reduce((sum, key) => sum + (key >= 0 ? 1 : 0), 0);
  const weighed = rules
    .map((rule, index) => ({ rule, column: scanned.identifiers[index] as IdentifierColumn }))
    .filter(({ column }) => makesSessions(column, mined))
    .map(({ rule, column }) => ({ rule, column, worth: sampleWorth(rule, column, keyOfLine) }))
    .filter(({ worth }) => worth >= LEAST_WORTH)
    .sort((a, b) => b.worth - a.worth);
  return withoutTwins(weighed)
    .slice(0, MOST_PROPOSALS)
    .map(({ rule }) => rule);
}

function scanSample(sample: readonly string[], header: HeaderFormat, identifiers: IdentifierRule[]): ScannedLog {
  const scanner = new LogScanner({ header, identifiers, decode: textOfUnits });
  scanner.beginFile('sample', 0);
  for (const line of sample) scanner.push(lineBytes(line));
  return scanner.finish();
}

function textOfUnits(bytes: Uint8Array): string {
  let text = '';
  for (const unit of bytes) text += String.fromCharCode(unit);
  return text;
}

function makesSessions(column: IdentifierColumn, mined: number): boolean {
  const covered = countNaming(column);
  const ids = column.ids.length;
  const further = column.more.length / 2;
  if (ids < 2 || covered < LEAST_COVERAGE * mined) return false;
  return ids <= MOST_IDS_PER_LINE * covered && further <= MOST_FURTHER_IDS * covered;
}

function sampleWorth(rule: IdentifierRule, column: IdentifierColumn, keyOfLine: Int32Array): number {
  const evidence = weighIdentifier(column, keyOfLine);
  const prior = priorOf(rule, column.ids);
  return worthOf(evidence, prior) + PROMISE_WORTH * promiseOf(evidence, prior);
}

/** An identifier that a better one names too in this part of its lines is the same one, found by other signs. */
const ECHO = 0.9;

/** Without those that find in their lines what a better one finds there, or group lines just as it does. */
function withoutTwins<T extends { readonly column: IdentifierColumn }>(weighed: readonly T[]): T[] {
  const seen: { readonly pairs: ReadonlySet<string>; readonly grouping: string }[] = [];
  return weighed.filter(({ column }) => {
    const named = { pairs: pairsOf(column), grouping: groupingOf(column) };
    const isNew = !seen.some(({ pairs, grouping }) => grouping === named.grouping || isEcho(named.pairs, pairs));
    if (isNew) seen.push(named);
    return isNew;
  });
}

/** What the column names, line by line. */
function pairsOf(column: IdentifierColumn): ReadonlySet<string> {
  const pairs = new Set<string>();
  eachIdentifier(column, (line, id) => {
    pairs.add(`${line} ${column.ids[id]}`);
  });
  return pairs;
}

function isEcho(own: ReadonlySet<string>, better: ReadonlySet<string>): boolean {
  let shared = 0;
  for (const pair of own) if (better.has(pair)) shared++;
  return shared >= ECHO * own.size;
}

/** Ids are numbered in the order they are first seen. */
function groupingOf(column: IdentifierColumn): string {
  const numbers: number[] = [];
  column.first.each((id) => {
    numbers.push(id);
  });
  return `${numbers.join()};${column.more.join()}`;
}

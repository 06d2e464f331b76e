import { join } from 'node:path';
import { BLANK, JOINED } from '../../src/core/scan/kernel/line-kernel.ts';
import { chooseSessions, sameRule } from '../../src/engine/choose-sessions.ts';
import { openLog } from '../../src/engine/open-log.ts';
import type { OpenedLog } from '../../src/engine/opened-log.ts';
import { sniffAll } from '../../src/engine/sniff-all.ts';
import { keyLog } from '../../src/engine/templates.ts';
import { MemorySpills } from '../../src/ingest/unpack/memory-spills.ts';
import { unpack } from '../../src/ingest/unpack/unpack.ts';
import { nodeSource } from '../analyze/node-source.ts';
import { type ExpectedLine, expectedLines } from './expected-lines.ts';
import { sessionRank } from './session-rank.ts';
import type { FormatTruth } from './truth.ts';

/** How well one log was read without settings. */
export interface FormatScore {
  readonly file: string;
  /** How it was read, or why it was not. */
  readonly format: string;
  /** Share of lines (of records) that are taken for what they are, with the right content; NaN where no truth says so. */
  readonly lines: number;
  /** Share of the lines that continue a record and are joined to it; NaN where there are none. */
  readonly joined: number;
  /** Place of the right session identifier among the candidates, 0 where it is none of them; NaN where the log has none. */
  readonly session: number;
  /** Whether the first and the last time are right; true where no truth says so. */
  readonly times: boolean;
  /** The first line that is wrong: what should be its content, and what is. */
  readonly wrong: string;
}

export async function measureFormat(directory: string, file: string, truth: FormatTruth): Promise<FormatScore> {
  const opened = await open(join(directory, file), truth);
  if (typeof opened === 'string') {
    return { file, format: opened, lines: 0, joined: Number.NaN, session: 0, times: false, wrong: '' };
  }
  const { log, text } = opened;
  const expected = expectedLines(text, truth);
  const { lines, joined, wrong } = await compareLines(log, expected, truth.records !== undefined);
  const session = truth.session.length === 0 ? Number.NaN : await rankOf(log, truth.session);
  return { file, format: log.format.name, lines, joined, wrong, session, times: areTimesRight(log, truth) };
}

/** @returns why it cannot be read, or the log and its unpacked text */
async function open(
  path: string,
  { modified, encoding = 'utf-8' }: FormatTruth,
): Promise<{ log: OpenedLog; text: string } | string> {
  const source = await nodeSource(path);
  if (!source.ok) return source.problem.message;
  const written = modified === undefined ? {} : { modified: Date.parse(modified) };
  const spills = new MemorySpills();
  const unpacked = await unpack({ ...source.value, ...written }, spills);
  if (!unpacked.ok) return 'cannot be unpacked';
  const sniffed = await sniffAll(unpacked.sources, { encoding: 'auto', spills });
  if (sniffed === 'cancelled') throw new Error('Reading was cancelled by nobody');
  if (!sniffed.ok) return sniffed.problem.message;
  const opened = await openLog(sniffed.value.texts, 'auto', {});
  if (!opened.ok) return 'cannot be read';
  const bytes = await Promise.all(unpacked.sources.map(({ read, size }) => read(0, size)));
  return { log: opened.value, text: bytes.map((all) => new TextDecoder(encoding).decode(all)).join('') };
}

async function compareLines(log: OpenedLog, expected: readonly ExpectedLine[] | undefined, ofRecords: boolean) {
  if (expected === undefined) return { lines: Number.NaN, joined: Number.NaN, wrong: '' };
  const all = await actualLines(log);
  const actual = ofRecords ? all.filter(({ kind }) => kind === 'head') : all;
  const isRight = (line: number) => isSame(expected[line], actual[line]);
  const count = Math.max(expected.length, actual.length);
  const places = Array.from({ length: count }, (_, line) => line);
  const joined = places.filter((line) => expected[line]?.kind === 'joined');
  const wrong = places.find((line) => !isRight(line));
  const show = (line: ExpectedLine | undefined) => (line?.kind === 'head' ? line.content : `(${line?.kind ?? 'none'})`);
  return {
    lines: places.filter(isRight).length / count,
    joined: joined.filter(isRight).length / joined.length,
    wrong: wrong === undefined ? '' : `${wrong + 1}: ${show(expected[wrong])} != ${show(actual[wrong])}`,
  };
}

async function actualLines(log: OpenedLog): Promise<ExpectedLine[]> {
  const { scanned } = log;
  const contents = await log.contentOf(Array.from({ length: scanned.lines }, (_, line) => line));
  return contents.map((content, line) => {
    const signature = scanned.signature.at(line);
    if (signature === BLANK) return { kind: 'blank' };
    return signature === JOINED ? { kind: 'joined' } : { kind: 'head', content };
  });
}

function isSame(expected: ExpectedLine | undefined, actual: ExpectedLine | undefined): boolean {
  if (expected?.kind === 'head' && actual?.kind === 'head') return words(expected.content) === words(actual.content);
  return expected !== undefined && expected.kind === actual?.kind;
}

/** Record readers set words apart by single spaces. */
function words(content: string): string {
  return content.trim().replace(/\s+/g, ' ');
}

async function rankOf(log: OpenedLog, truths: readonly string[]): Promise<number> {
  const { scanned } = log;
  const lines = { key: keyLog(scanned).keyOfLine, time: scanned.time };
  const { tried } = await chooseSessions(log.identifiers, lines, 'auto');
  const columns = tried.flatMap(({ rule }) =>
    log.identifiers.filter((known) => sameRule(rule, { by: 'identifier', identifier: known.rule })),
  );
  const texts = await log.rawLines(Array.from({ length: scanned.lines }, (_, line) => line));
  return sessionRank(
    columns.map(({ column }) => column),
    texts,
    truths,
  );
}

function areTimesRight({ scanned: { span } }: OpenedLog, { first, last, tolerance = 0 }: FormatTruth): boolean {
  if (first === undefined || last === undefined) return true;
  const isNear = (time: number | undefined, truth: string) =>
    time !== undefined && Math.abs(time - Date.parse(truth)) <= tolerance;
  return isNear(span?.first, first) && isNear(span?.last, last);
}

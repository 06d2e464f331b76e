import { formatCount, formatDuration, formatShare } from '../core/base/format.ts';
import { PackedColumn } from '../core/base/packed-column.ts';
import type { SessionCandidate, SessionRule } from '../core/report/log-report.ts';
import { priorOf } from '../core/scan/identifier-prior.ts';
import { describeIdentifier, type IdentifierRule } from '../core/scan/identifier-rule.ts';
import type { IdentifierColumn } from '../core/scan/scanned-log.ts';
import { promiseOf, type SessionEvidence, weighEvents, weighSessions, worthOf } from '../core/sequence/evidence.ts';
import { exampleOfIdentifier, exampleOfTable } from '../core/sequence/example-session.ts';
import {
  groupByIdentifier,
  groupByLines,
  groupByPause,
  groupByTime,
  identifiedSessions,
  type KeyedLines,
} from '../core/sequence/group.ts';
import { identifiedEvents } from '../core/sequence/identified-events.ts';
import { pauseBetweenBursts } from '../core/sequence/pauses.ts';
import type { SessionTable } from '../core/sequence/session-table.ts';
import { inTurns } from './in-turns.ts';

/** A way to find sessions, with its evidence. */
export interface TriedRule {
  readonly rule: SessionRule;
  readonly label: string;
  readonly evidence: SessionEvidence;
  /** The first lines of a usual session, 0-based. */
  readonly example: () => readonly number[];
}

export interface SessionChoice {
  readonly chosen: TriedRule;
  readonly sessions: SessionTable;
  /** The best first, `chosen` among them. */
  readonly tried: readonly TriedRule[];
  readonly reason: string;
}

/** A rule that was scanned for, with what it found. */
interface Found {
  readonly rule: IdentifierRule;
  readonly column: IdentifierColumn;
}

interface Weighed {
  readonly tried: TriedRule;
  readonly column: IdentifierColumn;
  readonly worth: number;
  readonly promise: number;
}

/** Sessions of this many lines are cut where a log has neither identifiers nor pauses. */
const LINES_IN_WINDOW = 100;
const NO_IDENTIFIERS: IdentifierColumn = { ids: [], first: new PackedColumn([]), more: new Int32Array(0) };

/**
 * Chooses how sessions are found by the evidence of the log itself, or takes the rule that was asked for. Only the chosen
 * rule gets a table of its sessions.
 */
export async function chooseSessions(
  identifiers: readonly Found[],
  lines: KeyedLines,
  wanted: SessionRule | 'auto',
): Promise<SessionChoice> {
  const weighed: Weighed[] = [];
  for (const found of identifiers) {
    if (found.column.ids.length === 0) continue;
    weighed.push(await weighFound(found, lines));
  }
  weighed.sort((a, b) => b.worth - a.worth || b.promise - a.promise);
  const best =
    wanted === 'auto'
      ? weighed.find(({ worth }) => worth > 0)
      : weighed.find(({ tried }) => sameRule(tried.rule, wanted));
  const byIdentifier = weighed.map(({ tried }) => tried);
  const cut = best === undefined ? cutLog(wanted === 'auto' ? cutRule(lines) : wanted, lines) : undefined;
  const chosen = best?.tried ?? (cut as Cut).chosen;
  const sessions = best === undefined ? (cut as Cut).sessions : await inTurns(identifiedSessions(best.column, lines));
  const isFirst = chosen === byIdentifier[0];
  const tried = isFirst ? byIdentifier : [chosen, ...byIdentifier.filter((other) => other !== chosen)];
  return { chosen, sessions, tried, reason: reasonFor(chosen, wanted) };
}

export function sameRule(a: SessionRule, b: SessionRule): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function weighFound({ rule: identifier, column }: Found, { key }: KeyedLines): Promise<Weighed> {
  const rule = { by: 'identifier', identifier } as const;
  const events = await inTurns(identifiedEvents(column, key));
  const evidence = weighEvents(events, key);
  const prior = priorOf(identifier, column.ids);
  const example = await inTurns(exampleOfIdentifier(column, key, events.lengths, evidence.lengths.p50));
  return {
    tried: { rule, label: labelOf(rule), evidence, example: () => example },
    column,
    worth: worthOf(evidence, prior),
    promise: promiseOf(evidence, prior),
  };
}

/** Sessions that no identifier of the log makes. */
interface Cut {
  readonly chosen: TriedRule;
  readonly sessions: SessionTable;
}

function cutLog(rule: SessionRule, lines: KeyedLines): Cut {
  const sessions = sessionsBy(rule, lines);
  const evidence = weighSessions(sessions, lines.key);
  return { chosen: { rule, label: labelOf(rule), evidence, example: () => exampleOfTable(sessions) }, sessions };
}

function cutRule({ time }: KeyedLines): SessionRule {
  const milliseconds = pauseBetweenBursts(time);
  return milliseconds === undefined ? { by: 'lines', lines: LINES_IN_WINDOW } : { by: 'pause', milliseconds };
}

function sessionsBy(rule: SessionRule, lines: KeyedLines): SessionTable {
  switch (rule.by) {
    case 'pause':
      return groupByPause(rule.milliseconds, lines);
    case 'time':
      return groupByTime(rule.milliseconds, lines);
    case 'lines':
      return groupByLines(rule.lines, lines);
    case 'identifier':
      return groupByIdentifier(NO_IDENTIFIERS, lines);
  }
}

function labelOf(rule: SessionRule): string {
  switch (rule.by) {
    case 'identifier':
      return describeIdentifier(rule.identifier);
    case 'pause':
      return `at pauses over ${formatDuration(rule.milliseconds)}`;
    case 'time':
      return `every ${formatDuration(rule.milliseconds)}`;
    case 'lines':
      return `every ${formatCount(rule.lines)} lines`;
  }
}

function reasonFor(chosen: TriedRule, wanted: SessionRule | 'auto'): string {
  if (wanted !== 'auto') return `Sessions by ${chosen.label}, as you chose.`;
  if (chosen.rule.by === 'identifier') return praise(chosen);
  return `No identifier groups enough lines into sessions, so the log is cut ${chosen.label}.`;
}

function praise({ label, evidence }: TriedRule): string {
  const { coverage, sessions, lengths, orderBits, gainBits } = evidence;
  return (
    `${label} groups ${formatShare(coverage)} of the lines into ${formatCount(sessions)} sessions of about ` +
    `${formatCount(lengths.p50)} lines; ${orderInWords(gainBits, orderBits)}.`
  );
}

/** Below this the sentence about order would say "1 times". */
const LEAST_GAIN = 0.14;

function orderInWords(gainBits: number, orderBits: number): string {
  if (gainBits < LEAST_GAIN) return 'they begin alike, as runs of one task do';
  if (gainBits > 0.98 * orderBits) return 'inside them the order is wholly predictable';
  return `inside them the order is ${(2 ** gainBits).toFixed(1)} times more predictable`;
}

/** @param example the first raw lines of one session */
export function describeCandidate(tried: TriedRule, example: readonly string[]): SessionCandidate {
  const { rule, label, evidence } = tried;
  const { coverage, sessions, lengths, gainBits } = evidence;
  return { rule, label, sessions, coverage, lengths, gainBits, example };
}

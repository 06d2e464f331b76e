import { formatCount, formatShare } from '../core/base/format.ts';
import { PackedColumn } from '../core/base/packed-column.ts';
import type { Milliseconds } from '../core/base/units.ts';
import type { SessionCandidate, SessionRule } from '../core/report/log-report.ts';
import { describeIdentifier, type IdentifierRule } from '../core/scan/identifier-rule.ts';
import type { IdentifierColumn } from '../core/scan/scanned-log.ts';
import { type SessionEvidence, weighSessions, worthOf } from '../core/sequence/evidence.ts';
import { groupByIdentifier, groupByLines, groupByPause, groupByTime, type KeyedLines } from '../core/sequence/group.ts';
import type { SessionTable } from '../core/sequence/session-table.ts';
import { breathe } from '../ml/breathe.ts';

/** A way to find sessions, tried on the log. */
export interface TriedRule {
  readonly rule: SessionRule;
  readonly label: string;
  readonly sessions: SessionTable;
  readonly evidence: SessionEvidence;
}

export interface SessionChoice {
  readonly chosen: TriedRule;
  /** The best first, `chosen` among them. */
  readonly tried: readonly TriedRule[];
  readonly reason: string;
}

/** Sessions of this many lines are cut where a log has neither identifiers nor pauses. */
const LINES_IN_WINDOW = 100;
/** A pause this many times as long as nearly all others is silence. */
const SILENCE = 10;
const MOST_PAUSES = 0.95;
const FEWEST_SESSIONS = 10;

/**
 * Chooses how sessions are found by the evidence of the log itself, or takes the rule that was asked for.
 *
 * @param identifiers the rules that were scanned for, with what each found
 */
export async function chooseSessions(
  identifiers: readonly { readonly rule: IdentifierRule; readonly column: IdentifierColumn }[],
  lines: KeyedLines,
  wanted: SessionRule | 'auto',
): Promise<SessionChoice> {
  const byIdentifier: TriedRule[] = [];
  for (const { rule, column } of identifiers) {
    if (column.ids.length === 0) continue;
    byIdentifier.push(tryRule({ by: 'identifier', identifier: rule }, groupByIdentifier(column, lines), lines));
    await breathe();
  }
  byIdentifier.sort((a, b) => worthOf(b.evidence) - worthOf(a.evidence) || b.evidence.coverage - a.evidence.coverage);
  if (wanted !== 'auto') {
    const chosen = byIdentifier.find(({ rule }) => sameRule(rule, wanted)) ?? tryWithoutIdentifier(wanted, lines);
    const others = byIdentifier.filter((tried) => tried !== chosen);
    return { chosen, tried: [chosen, ...others], reason: `Sessions by ${chosen.label}, as you chose.` };
  }
  const best = byIdentifier[0];
  if (best !== undefined && worthOf(best.evidence) > 0)
    return { chosen: best, tried: byIdentifier, reason: praise(best) };
  const chosen = tryWithoutIdentifier(pauseRule(lines) ?? { by: 'lines', lines: LINES_IN_WINDOW }, lines);
  const reason = `No identifier groups enough lines into sessions, so the log is cut ${chosen.label}.`;
  return { chosen, tried: [chosen, ...byIdentifier], reason };
}

export function sameRule(a: SessionRule, b: SessionRule): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function tryRule(rule: SessionRule, sessions: SessionTable, lines: KeyedLines): TriedRule {
  return { rule, label: labelOf(rule), sessions, evidence: weighSessions(sessions, lines.key) };
}

function tryWithoutIdentifier(rule: SessionRule, lines: KeyedLines): TriedRule {
  switch (rule.by) {
    case 'pause':
      return tryRule(rule, groupByPause(rule.milliseconds, lines), lines);
    case 'time':
      return tryRule(rule, groupByTime(rule.milliseconds, lines), lines);
    case 'lines':
      return tryRule(rule, groupByLines(rule.lines, lines), lines);
    case 'identifier':
      return tryRule(
        rule,
        groupByIdentifier({ ids: [], first: new PackedColumn([]), more: new Int32Array(0) }, lines),
        lines,
      );
  }
}

function labelOf(rule: SessionRule): string {
  switch (rule.by) {
    case 'identifier':
      return describeIdentifier(rule.identifier);
    case 'pause':
      return `at pauses over ${formatCount(rule.milliseconds / 1000)} s`;
    case 'time':
      return `every ${formatCount(rule.milliseconds / 1000)} s`;
    case 'lines':
      return `every ${formatCount(rule.lines)} lines`;
  }
}

function praise({ label, sessions, evidence }: TriedRule): string {
  return (
    `${label} groups ${formatShare(evidence.coverage)} of the lines into ${formatCount(sessions.count)} sessions of about ` +
    `${formatCount(evidence.medianLength)} lines${gain(evidence)}.`
  );
}

function gain({ gainBits, repetition }: SessionEvidence): string {
  if (gainBits > 0) return `; inside them the next line is ${gainBits.toFixed(1)} bits easier to predict`;
  return `; ${formatShare(repetition)} of them log the same events as another one`;
}

/** Silence between bursts: pauses far longer than nearly all others, that cut the log into sessions worth learning. */
function pauseRule(lines: KeyedLines): SessionRule | undefined {
  const gaps = new Float64Array(lines.time.length);
  let last = lines.time.length === 0 ? 0 : lines.time.at(0);
  lines.time.each((time, line) => {
    gaps[line] = time - last;
    last = time;
  });
  gaps.sort();
  const usual = gaps[Math.floor(MOST_PAUSES * (gaps.length - 1))] ?? Number.NaN;
  const milliseconds: Milliseconds = SILENCE * Math.max(usual, 100);
  if (Number.isNaN(usual)) return undefined;
  const cuts = gaps.reduce((sum, gap) => sum + (gap > milliseconds ? 1 : 0), 0);
  return cuts + 1 >= FEWEST_SESSIONS ? { by: 'pause', milliseconds } : undefined;
}

/** @param example the first raw lines of one session */
export function describeCandidate(tried: TriedRule, example: readonly string[]): SessionCandidate {
  const { rule, label, sessions, evidence } = tried;
  const { coverage, medianLength, gainBits } = evidence;
  return { rule, label, sessions: sessions.count, coverage, medianLength, gainBits, example };
}

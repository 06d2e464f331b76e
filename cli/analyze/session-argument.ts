import type { Settings } from '../../src/app/state.ts';
import type { LogReport, SessionRule } from '../../src/core/report/log-report.ts';
import type { Problem } from '../../src/core/report/problem.ts';
import type { ColumnChoice } from '../../src/ingest/records/format-candidate.ts';
import { namesInSentence } from './names-in-sentence.ts';

/** `window:LINES` and `time:SECONDS`. */
const CUT = /^(window|time):(\d+)$/;

/** A name of any field makes it a header column while the log is read; no other text is one. */
export function columnsWithSession(columns: ColumnChoice | undefined, text: string): ColumnChoice | undefined {
  if (text === 'auto' || CUT.test(text) || columns?.session !== undefined) return columns;
  return { ...columns, session: text };
}

/** `auto`, `window:N`, `time:SECONDS`, the name of a header column, or else a regular expression. */
export function sessionRule(text: string, { header }: LogReport): SessionRule | 'auto' {
  if (text === 'auto') return 'auto';
  const [, by, amount] = CUT.exec(text) ?? [];
  if (by === 'window') return { by: 'lines', lines: Math.max(1, Number(amount)) };
  if (by === 'time') return { by: 'time', milliseconds: Math.max(1, Number(amount)) * 1000 };
  const column = header.columns.indexOf(text);
  if (column >= 0) return { by: 'identifier', identifier: { kind: 'column', column, name: text } };
  return { by: 'identifier', identifier: { kind: 'pattern', source: text } };
}

/** A word that finds nothing was rather meant as a name: the problem says which there are. */
export function withFieldNames(
  problem: Problem,
  { sessionRule: rule, trainingPeriod }: Settings,
  { header }: LogReport,
): Problem {
  const isPattern = rule !== 'auto' && rule.by === 'identifier' && rule.identifier.kind === 'pattern';
  const names = [...new Set([...header.columns, ...(header.fieldChoices ?? [])])];
  if (problem.code !== 'no-sessions' || trainingPeriod !== undefined || !isPattern || names.length === 0)
    return problem;
  return { ...problem, advice: `It is read as a regular expression; fields of the log are ${namesInSentence(names)}.` };
}

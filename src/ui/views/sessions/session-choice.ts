import type { SessionCandidate, SessionRule } from '../../../core/report/log-report.ts';

/** What the person picks from the list: the program's choice, one of its candidates, or a rule of their own. */
export type SessionChoice = 'auto' | `candidate-${number}` | OwnRule;
export type OwnRule = 'pattern' | 'pause' | 'time' | 'lines';

/** The entry of the list that stands for the rule in the settings. */
export function choiceOf(rule: SessionRule | 'auto', candidates: readonly SessionCandidate[]): SessionChoice {
  if (rule === 'auto') return 'auto';
  const candidate = candidates.findIndex((each) => sameRule(each.rule, rule));
  if (candidate >= 0) return `candidate-${candidate}`;
  if (rule.by !== 'identifier') return rule.by;
  return rule.identifier.kind === 'pattern' ? 'pattern' : 'auto';
}

/** The rule behind a choice that needs no further input; `undefined` for the others. */
export function ruleOf(
  choice: SessionChoice,
  candidates: readonly SessionCandidate[],
): SessionRule | 'auto' | undefined {
  if (choice === 'auto') return 'auto';
  return candidates.find((_, index) => choice === `candidate-${index}`)?.rule;
}

/** The rule that a person wrote; `undefined` where the text makes none. */
export function ownRule(kind: OwnRule, text: string): SessionRule | undefined {
  if (kind === 'pattern') {
    return text === '' ? undefined : { by: 'identifier', identifier: { kind: 'pattern', source: text } };
  }
  const amount = Number(text);
  if (!(amount > 0)) return undefined;
  if (kind === 'lines') return Number.isInteger(amount) ? { by: 'lines', lines: amount } : undefined;
  return { by: kind, milliseconds: amount * 1000 };
}

/** What the field shows for a rule of one's own. */
export function ownText(kind: OwnRule, rule: SessionRule | 'auto'): string {
  if (rule === 'auto') return '';
  if (rule.by === 'identifier') {
    return kind === 'pattern' && rule.identifier.kind === 'pattern' ? rule.identifier.source : '';
  }
  if (rule.by !== kind) return '';
  return String(rule.by === 'lines' ? rule.lines : rule.milliseconds / 1000);
}

/** Rules are small plain data whose fields always come in the same order. */
export function sameRule(a: SessionRule, b: SessionRule): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

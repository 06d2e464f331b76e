import { formatShare } from '../../core/base/format.ts';
import type { Problem } from '../../core/report/problem.ts';
import type { TriedRule } from '../choose-sessions.ts';
import type { Baseline } from './baseline.ts';

/** Logs of one program have more lines in common than this. */
const LEAST_ALIKE = 0.05;

interface Side {
  readonly name: string;
  readonly chosen: TriedRule;
  readonly isClassic: boolean;
}

/** Why sessions of a log cannot be compared with those of the baseline; undefined where they can. */
export function otherSessions({ summary, rule, isClassic }: Baseline, log: Side): Problem | undefined {
  if (isClassic !== log.isClassic) {
    return {
      code: 'other-shape',
      message: `Templates of ${summary.name} and of ${log.name} were found by different parsers.`,
      advice: 'Choose the same parser for both under Data.',
    };
  }
  const { label } = log.chosen;
  // How long a pause ends a session is chosen for each log by itself.
  const isAlike = summary.by === label || (rule.by === 'pause' && log.chosen.rule.by === 'pause');
  if (isAlike) return undefined;
  return {
    code: 'other-shape',
    message: `The sessions of ${summary.name} are ${byText(summary.by, rule.by)}, those of ${log.name} ${byText(label, log.chosen.rule.by)}.`,
    advice: 'Choose the same session identifier for both.',
  };
}

/** @param alike share of the lines that match a template of the baseline */
export function otherProgram({ summary }: Baseline, name: string, alike: number): Problem | undefined {
  if (alike >= LEAST_ALIKE) return undefined;
  return {
    code: 'other-shape',
    message: `Only ${formatShare(alike)} of the lines of ${name} match a template of ${summary.name}, so they have too little in common to be compared.`,
    advice: 'Compare logs of the same program.',
  };
}

const byText = (label: string, by: string) => (by === 'identifier' ? `by ${label}` : `cut ${label}`);

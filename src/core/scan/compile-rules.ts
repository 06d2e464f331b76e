import { bytesOfUnits } from './bytes.ts';
import type { IdentifierBody, IdentifierRule } from './identifier-rule.ts';
import { ADDRESS_BODY, HEX_BODY, NAME_BODY, NUMBER_BODY, UUID_BODY, WORD_BODY } from './kernel/identifier-body.ts';
import { RULE_LENGTH } from './kernel/rule-kernel.ts';

const BODIES: Readonly<Record<IdentifierBody, number>> = {
  number: NUMBER_BODY,
  hex: HEX_BODY,
  uuid: UUID_BODY,
  word: WORD_BODY,
  name: NAME_BODY,
  address: ADDRESS_BODY,
};

/** Identifier rules as the kernel wants them. */
export interface CompiledRules {
  /** How many token rules there are. */
  readonly count: number;
  /** Of each its number, the ends of its literals and its body, see `RuleKernel`. */
  readonly rules: Int32Array;
  readonly literals: Uint8Array;
  /** (column, number) of the rules that take a header column. */
  readonly columns: Int32Array;
}

/**
 * Each rule's number is its place in the list; `pattern` rules are left out.
 *
 * @param headerColumns how many the header has: a rule that wants another one finds nothing
 */
export function compileRules(identifiers: readonly IdentifierRule[], headerColumns: number): CompiledRules {
  const rules: number[] = [];
  const columns: number[] = [];
  let literals = '';
  identifiers.forEach((rule, index) => {
    if (rule.kind === 'column' && rule.column < headerColumns) columns.push(rule.column, index);
    if (rule.kind !== 'token') return;
    const beforeEnd = literals.length + rule.before.length;
    literals += rule.before.toLowerCase() + rule.prefix;
    rules.push(index, beforeEnd, literals.length, BODIES[rule.body]);
  });
  return {
    count: rules.length / RULE_LENGTH,
    rules: Int32Array.from(rules),
    literals: bytesOfUnits(literals),
    columns: Int32Array.from(columns),
  };
}

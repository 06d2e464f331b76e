import { WILDCARD } from '../scan/tokens.ts';

/** A stretch where tokens depart from a template; either side may be empty. */
export interface Difference {
  readonly expected: string;
  readonly found: string;
}

/**
 * The stretches that are left when the best common subsequence is taken out. A wildcard of the template takes one token of
 * any kind, or none: what stands for a value is no difference.
 */
export function tokenDifferences(template: readonly string[], tokens: readonly string[]): Difference[] {
  const differences: Difference[] = [];
  let i = 0;
  let j = 0;
  for (const [pairedI, pairedJ] of [...pairsOf(template, tokens), [template.length, tokens.length] as const]) {
    const expected = template.slice(i, pairedI).filter((token) => token !== WILDCARD);
    const found = tokens.slice(j, pairedJ);
    if (expected.length + found.length > 0) differences.push({ expected: expected.join(' '), found: found.join(' ') });
    i = pairedI + 1;
    j = pairedJ + 1;
  }
  return differences;
}

/** Index pairs of the best common subsequence, ascending. */
function pairsOf(template: readonly string[], tokens: readonly string[]): (readonly [number, number])[] {
  const best = bestAgreements(template, tokens);
  const pairs: (readonly [number, number])[] = [];
  let i = 0;
  let j = 0;
  while (i < template.length && j < tokens.length) {
    const pair = agreement(template[i] as string, tokens[j] as string);
    if (pair > 0 && bestAt(best, i, j) === pair + bestAt(best, i + 1, j + 1)) pairs.push([i++, j++]);
    else if (bestAt(best, i + 1, j) === bestAt(best, i, j)) i++;
    else j++;
  }
  return pairs;
}

/** 2 for equal tokens, 1 for a word under a wildcard, 0 for tokens that do not go together. */
function agreement(template: string, token: string): number {
  if (template === token) return 2;
  return template === WILDCARD ? 1 : 0;
}

/** `[i][j]`: highest sum of agreements, in order, between the template from i on and the tokens from j on. */
function bestAgreements(template: readonly string[], tokens: readonly string[]): Int32Array[] {
  const rows = Array.from({ length: template.length + 1 }, () => new Int32Array(tokens.length + 1));
  for (let i = template.length - 1; i >= 0; i--) {
    const row = rows[i] as Int32Array;
    for (let j = tokens.length - 1; j >= 0; j--) {
      const pair = agreement(template[i] as string, tokens[j] as string);
      row[j] = Math.max(pair && pair + bestAt(rows, i + 1, j + 1), bestAt(rows, i + 1, j), bestAt(rows, i, j + 1));
    }
  }
  return rows;
}

function bestAt(rows: readonly Int32Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

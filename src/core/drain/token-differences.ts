import { WILDCARD } from '../scan/tokens.ts';

/** A stretch where tokens depart from a template; either side may be empty. */
export interface Difference {
  readonly expected: string;
  readonly found: string;
}

/**
 * The stretches that are left when a longest common subsequence is taken out. A wildcard of the template takes one token of
 * any kind, or none: what stands for a value is no difference.
 */
export function tokenDifferences(template: readonly string[], tokens: readonly string[]): Difference[] {
  const common = commonLengths(template, tokens);
  const differences: Difference[] = [];
  let expected: string[] = [];
  let found: string[] = [];
  const flush = (): void => {
    if (expected.length + found.length > 0) differences.push({ expected: expected.join(' '), found: found.join(' ') });
    expected = [];
    found = [];
  };
  let i = 0;
  let j = 0;
  while (i < template.length || j < tokens.length) {
    const a = template[i];
    const b = tokens[j];
    if (
      a !== undefined &&
      b !== undefined &&
      agree(a, b) &&
      lengthAt(common, i, j) === 1 + lengthAt(common, i + 1, j + 1)
    ) {
      flush();
      i++;
      j++;
    } else if (a !== undefined && lengthAt(common, i + 1, j) === lengthAt(common, i, j)) {
      if (a !== WILDCARD) expected.push(a);
      i++;
    } else {
      if (b !== undefined) found.push(b);
      j++;
    }
  }
  flush();
  return differences;
}

function agree(template: string, token: string): boolean {
  return template === token || template === WILDCARD;
}

/** `[i][j]`: most pairs that agree, in order, between the template from i on and the tokens from j on. */
function commonLengths(template: readonly string[], tokens: readonly string[]): Int32Array[] {
  const rows = Array.from({ length: template.length + 1 }, () => new Int32Array(tokens.length + 1));
  for (let i = template.length - 1; i >= 0; i--) {
    for (let j = tokens.length - 1; j >= 0; j--) {
      const paired = agree(template[i] as string, tokens[j] as string) ? 1 + lengthAt(rows, i + 1, j + 1) : 0;
      const row = rows[i] as Int32Array;
      row[j] = Math.max(paired, lengthAt(rows, i + 1, j), lengthAt(rows, i, j + 1));
    }
  }
  return rows;
}

function lengthAt(rows: readonly Int32Array[], i: number, j: number): number {
  return rows[i]?.[j] ?? 0;
}

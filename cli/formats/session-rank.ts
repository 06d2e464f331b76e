import type { IdentifierColumn } from '../../src/core/scan/scanned-log.ts';

/** Of the lines that have a true identifier, this part must be grouped the same way. */
const SAME_SHARE = 0.9;

/**
 * Place of the first candidate that groups lines as one of the true identifiers does, 1 for the best; 0 where none does.
 *
 * @param candidates best first
 * @param texts raw text of each line
 */
export function sessionRank(
  candidates: readonly IdentifierColumn[],
  texts: readonly string[],
  truths: readonly string[],
): number {
  const expected = truths.map((truth) => texts.map((text) => new RegExp(truth, 'm').exec(text)?.[1]));
  return 1 + candidates.findIndex((column) => expected.some((ids) => isSameGrouping(column, ids)));
}

function isSameGrouping({ first }: IdentifierColumn, expected: readonly (string | undefined)[]): boolean {
  const pairs = new Map<string, number>();
  let lines = 0;
  expected.forEach((id, line) => {
    if (id === undefined) return;
    lines++;
    const found = first.at(line);
    if (found >= 0) pairs.set(`${found} ${id}`, (pairs.get(`${found} ${id}`) ?? 0) + 1);
  });
  const same = agreeing([...pairs].map(([pair, count]) => ({ ids: pair.split(' '), count })));
  return lines > 0 && same >= SAME_SHARE * lines;
}

/** Lines of the pairs that are the most frequent ones of both their identifiers. */
function agreeing(pairs: readonly { readonly ids: readonly string[]; readonly count: number }[]): number {
  const most = new Map<string, number>();
  for (const { ids, count } of pairs) {
    for (const [side, id] of ids.entries()) most.set(`${side} ${id}`, Math.max(count, most.get(`${side} ${id}`) ?? 0));
  }
  return pairs
    .filter(({ ids, count }) => ids.every((id, side) => most.get(`${side} ${id}`) === count))
    .reduce((sum, { count }) => sum + count, 0);
}

/**
 * Items whose text holds all words of a query, in any case: those that begin with it first, then in the order they came.
 *
 * @param most no more are looked for once so many are found, so that a list of a million answers at once
 */
export function bestMatches<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  query: string,
  most: number,
): readonly Item[] {
  const whole = query.trim().toLowerCase();
  const words = whole.split(/\s+/);
  const first: Item[] = [];
  const others: Item[] = [];
  for (const item of items) {
    if (first.length + others.length >= most) break;
    const text = textOf(item).toLowerCase();
    if (words.every((word) => text.includes(word))) (text.startsWith(whole) ? first : others).push(item);
  }
  return [...first, ...others];
}

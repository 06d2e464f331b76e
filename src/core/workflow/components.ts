/**
 * Sets of keys that hang together.
 *
 * @param keys ascending
 * @param joined whether two keys belong together; asked once for each pair, `a` before `b`
 * @returns by their first keys
 */
export function components(
  keys: readonly number[],
  joined: (a: number, b: number) => boolean,
): readonly (readonly number[])[] {
  const parent = new Map(keys.map((key) => [key, key]));
  const root = (key: number): number => {
    const above = parent.get(key) ?? key;
    if (above === key) return key;
    const top = root(above);
    parent.set(key, top);
    return top;
  };
  keys.forEach((a, at) => {
    for (const b of keys.slice(at + 1)) {
      const [first, second] = [root(a), root(b)];
      if (first !== second && joined(a, b)) parent.set(Math.max(first, second), Math.min(first, second));
    }
  });
  const sets = new Map<number, number[]>();
  for (const key of keys) {
    const set = sets.get(root(key)) ?? [];
    set.push(key);
    sets.set(root(key), set);
  }
  return [...sets.values()];
}

import { useRef } from 'react';

/**
 * React keys of the rows in sight: a row keeps its own while it stays. After a jump, when none of them has stayed but the one with the
 * focus, the elements of those that went serve again, in the same order: to change texts costs a fraction of making and styling rows anew.
 *
 * @param rows in sight, ascending
 * @param kept the row with the focus, which is among them wherever the table is scrolled to
 * @returns by index
 */
export function useRowKeys(rows: readonly { readonly index: number }[], kept: number): ReadonlyMap<number, number> {
  const last = useRef<RowKeys>({ byIndex: new Map(), made: 0 });
  const indices = rows.map(({ index }) => index);
  last.current = nextKeys(last.current, indices, kept);
  return last.current.byIndex;
}

export interface RowKeys {
  readonly byIndex: ReadonlyMap<number, number>;
  /** Keys so far. */
  readonly made: number;
}

export function nextKeys({ byIndex: before, made }: RowKeys, indices: readonly number[], kept: number): RowKeys {
  const stays = new Set(indices);
  const isJump = !indices.some((index) => index !== kept && before.has(index));
  const free = isJump ? [...before].filter(([index]) => !stays.has(index)).map(([, key]) => key) : [];
  let keys = made;
  const byIndex = new Map(indices.map((index) => [index, before.get(index) ?? free.shift() ?? keys++]));
  return { byIndex, made: keys };
}

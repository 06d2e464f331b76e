import type { ViewLine } from '../../core/report/log-view.ts';
import type { Outcome, Problem } from '../../core/report/problem.ts';
import type { RowMap } from './row-map.ts';

const LINES_AT_ONCE = 500;
/** Of one line. */
const MOST_BYTES = 65_536;
/** More text than this does not go into a clipboard. */
const MOST_CHARACTERS = 8_000_000;

export interface CopiedLines {
  readonly text: string;
  /** How many of the lines there was room for. */
  readonly lines: number;
}

/**
 * Lines as text, each behind its number.
 *
 * @param first row
 * @param last row, included
 */
export async function textOfRows(
  rows: RowMap,
  first: number,
  last: number,
  load: (lines: readonly number[], limit: number) => Promise<Outcome<readonly ViewLine[]>>,
): Promise<{ readonly ok: true; readonly value: CopiedLines } | { readonly ok: false; readonly problem: Problem }> {
  const width = String(rows.lineAt(last)).length;
  let text = '';
  let lines = 0;
  for (let row = first; row <= last && text.length < MOST_CHARACTERS; row += LINES_AT_ONCE) {
    const count = Math.min(LINES_AT_ONCE, last - row + 1);
    const outcome = await load(
      Array.from({ length: count }, (_, index) => rows.lineAt(row + index)),
      MOST_BYTES,
    );
    if (!outcome.ok) return outcome;
    for (const one of outcome.value) {
      text += `${String(one.line).padStart(width)}  ${one.text}${one.cut ? ' ...' : ''}\n`;
    }
    lines += count;
  }
  return { ok: true, value: { text, lines } };
}

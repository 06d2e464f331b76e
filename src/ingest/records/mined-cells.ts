import { canonicalLines } from './canonical-lines.ts';
import type { LogFormat } from './format-candidate.ts';

/** What a record says of its template; both are empty where it says nothing. */
export interface MinedCells {
  readonly eventId: string;
  readonly eventTemplate: string;
}

/** What raw records say of their templates; nothing where their format has no such cells. */
export function minedCells({ records, mined }: LogFormat, texts: readonly string[]): readonly MinedCells[] {
  const cells = (column: number) =>
    records === undefined
      ? []
      : canonicalLines({ ...records, fields: [{ role: 'content', name: 'cell', path: [column], as: 'text' }] }, texts);
  const ids = mined === undefined ? [] : cells(mined.eventId);
  const templates = mined === undefined ? [] : cells(mined.eventTemplate);
  return texts.map((text, at) => {
    // A row that is damaged stands as it is.
    const cell = (column: readonly string[]) => (column[at] === text.trim() ? '' : (column[at] ?? '').trim());
    return { eventId: cell(ids), eventTemplate: cell(templates) };
  });
}

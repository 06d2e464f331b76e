import type { TemplateRow } from './log-report.ts';

export interface CommonTemplates {
  /** Those with the most lines, the most first. */
  readonly rows: readonly TemplateRow[];
  /** All others together; `templates` is 0 where there are none. */
  readonly rest: { readonly templates: number; readonly lines: number };
}

/** The `most` templates with the most lines, and what remains, so that the parts add up to all lines. */
export function commonTemplates(templates: readonly TemplateRow[], most: number): CommonTemplates {
  const ordered = templates.toSorted((a, b) => b.count - a.count || a.key - b.key);
  const others = ordered.slice(most);
  return {
    rows: ordered.slice(0, most),
    rest: { templates: others.length, lines: others.reduce((sum, row) => sum + row.count, 0) },
  };
}

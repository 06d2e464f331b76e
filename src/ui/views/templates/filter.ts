import type { TemplateRow } from '../../../core/report/log-report.ts';

/** The templates that hold every word of the query, in their text or their name, in any case and order. */
export function filterTemplates(templates: readonly TemplateRow[], query: string): readonly TemplateRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return templates;
  return templates.filter((template) => {
    const text = `${template.name ?? ''} ${template.text}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

import type { TemplateRow } from '../core/report/log-report.ts';
import { type TemplateNames, templateNames } from '../core/report/template-names.ts';
import { parsedOf } from './analysis.ts';
import { useAppState } from './context.ts';

const NO_TEMPLATES: readonly TemplateRow[] = [];

/** Many rows ask for the names of the same templates. */
const NAMES = new WeakMap<readonly TemplateRow[], TemplateNames>();

/** What a person calls the templates of the open log. */
export function useTemplateNames(): TemplateNames {
  return useAppState(({ analysis }) => namesIn(parsedOf(analysis)?.templates ?? NO_TEMPLATES));
}

function namesIn(templates: readonly TemplateRow[]): TemplateNames {
  const known = NAMES.get(templates);
  if (known !== undefined) return known;
  const names = templateNames(templates);
  NAMES.set(templates, names);
  return names;
}

import { type TemplateNotes, withNotes } from '../core/drain/edits/template-notes.ts';
import type { Analysis } from './state.ts';

/** The analysis with its templates as they are called now; what comes back when reading fails, too. */
export function noted(analysis: Analysis, notes: TemplateNotes): Analysis {
  if (analysis.phase === 'reading') return { ...analysis, before: noted(analysis.before, notes) };
  return 'templates' in analysis ? { ...analysis, templates: withNotes(analysis.templates, notes) } : analysis;
}

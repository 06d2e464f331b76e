import type { DriftReport } from '../../src/core/drift/drift.ts';
import type { TemplateChange } from '../../src/core/drift/template-drift.ts';

/** What `--json` prints of drift. */
export function driftSummary({ verdict, newLines, moved, flagged, allowed, templates }: DriftReport) {
  const count = (change: TemplateChange) => templates.filter((template) => template.change === change).length;
  return {
    ...verdict,
    newLines,
    moved,
    templates: { new: count('new'), gone: count('gone'), more: count('more'), less: count('less') },
    flaggedShare: flagged.value,
    allowedShare: allowed.value,
  };
}

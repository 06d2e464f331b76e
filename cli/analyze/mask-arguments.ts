import { NO_EDITS, type TemplateEdits } from '../../src/core/drain/edits/template-edit.ts';
import { makeWordMasks } from '../../src/core/drain/edits/word-masks.ts';
import type { ParsingChoice } from '../../src/engine/data.api.ts';
import { compilePattern } from '../../src/ingest/compile-pattern.ts';

/** Where templates are mined without settings, masks are changes of them; or what is wrong with an expression, as a sentence. */
export function readMasks(masks: readonly string[] = [], parsing: ParsingChoice): TemplateEdits | string {
  const made = makeWordMasks(masks, compilePattern);
  if (!made.ok) return made.message;
  return parsing === 'auto' ? masks.map((pattern) => ({ kind: 'mask', pattern })) : NO_EDITS;
}

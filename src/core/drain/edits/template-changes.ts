import type { LogKey } from '../../base/brand.ts';
import type { CompilePattern } from '../../scan/line-pattern.ts';
import { WILDCARD } from '../../scan/tokens.ts';
import { idOf, type MinerEdit, type TemplateEdits, type TemplateId } from './template-edit.ts';
import { makeWordMasks, NO_MASKS, type WordMasks } from './word-masks.ts';

/** A person's changes, in the order they take effect: words are masked, templates mined, then edited, then some are ignored. */
export interface TemplateChanges {
  readonly masks: WordMasks;
  /** They name templates as these are called with the words masked. */
  readonly edits: readonly MinerEdit[];
  /** Likewise. */
  readonly ignored: readonly TemplateId[];
}

export const NO_CHANGES: TemplateChanges = { masks: NO_MASKS, edits: [], ignored: [] };

export type TemplateChangesResult =
  | { readonly ok: true; readonly changes: TemplateChanges }
  /** `message` is a sentence. */
  | { readonly ok: false; readonly message: string };

/** Masks come first whenever they were added, so that each change can be undone by itself. */
export function templateChanges(edits: TemplateEdits, compile: CompilePattern): TemplateChangesResult {
  const made = makeWordMasks(masksOf(edits), compile);
  if (!made.ok) return made;
  const { masks } = made;
  return {
    ok: true,
    changes: {
      masks,
      edits: edits.flatMap((edit) => underMasks(edit, masks)),
      ignored: edits.flatMap((edit) => (edit.kind === 'ignore' ? [masks.id(edit.template)] : [])),
    },
  };
}

export function masksOf(edits: TemplateEdits): readonly string[] {
  return edits.flatMap((edit) => (edit.kind === 'mask' ? [edit.pattern] : []));
}

/** Keys of the templates that are ignored. */
export function ignoredKeys(
  templates: readonly (readonly string[])[],
  { ignored }: Pick<TemplateChanges, 'ignored'>,
): ReadonlySet<LogKey> {
  const ids = new Set(ignored);
  return new Set(templates.flatMap((tokens, key) => (ids.has(idOf(tokens)) ? [key as LogKey] : [])));
}

function underMasks(edit: TemplateEdits[number], masks: WordMasks): readonly MinerEdit[] {
  if (edit.kind === 'merge') return [{ ...edit, templates: edit.templates.map((id) => masks.id(id)) }];
  if (edit.kind !== 'split') return [];
  return [{ ...edit, template: masks.id(edit.template), wildcard: wildcardUnder(edit, masks) }];
}

/** Which run of `<*>` takes the place of one once words beside it are masked. */
function wildcardUnder({ template, wildcard }: MinerEdit & { readonly kind: 'split' }, masks: WordMasks): number {
  const tokens = template.split(' ');
  const masked = masks.tokens(tokens);
  let before = -1;
  let run = -1;
  for (const [place, token] of masked.entries()) {
    if (token === WILDCARD && masked[place - 1] !== WILDCARD) run++;
    if (tokens[place] === WILDCARD) before++;
    if (before === wildcard) return run;
  }
  return wildcard;
}

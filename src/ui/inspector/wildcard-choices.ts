import type { TemplateId } from '../../core/drain/edits/template-edit.ts';
import { WILDCARD } from '../../core/scan/tokens.ts';

/** Words around a `<*>` that tell it from the others. */
const BEFORE = 2;

/** The `<*>` of a template, by number, each with the words before it: `of size <*>`. */
export function wildcardChoices(id: TemplateId): readonly { readonly value: string; readonly text: string }[] {
  const tokens = id.split(' ');
  const places = tokens.flatMap((token, place) => (token === WILDCARD ? [place] : []));
  return places.map((place, wildcard) => {
    const after = place === 0 ? 2 : 1;
    const text = tokens.slice(Math.max(0, place - BEFORE), place + after).join(' ');
    return { value: String(wildcard), text: `${wildcard + 1}: ${text}` };
  });
}

import { WILDCARD } from '../../scan/tokens.ts';
import type { MinerDraft, TemplateDraft } from './template-draft.ts';
import { collapsed, idOf } from './template-edit.ts';

/** Token sequences of the log; of those that the training part has, templates are known. */
export interface SeenTokens {
  readonly tokens: readonly string[];
  readonly lines: number;
  readonly inTraining: boolean;
}

interface Piece {
  readonly tokens: readonly string[];
  lines: number;
  isKnown: boolean;
}

/** At most so many templates come of one; the words with the most lines do. */
const MOST_PIECES = 100;

/**
 * Makes a template of each word under a `<*>`.
 *
 * @param wildcard which of its `<*>`, from 0
 * @param seen what matches the template
 */
export function splitTemplate(
  draft: MinerDraft,
  template: TemplateDraft,
  wildcard: number,
  seen: readonly SeenTokens[],
): void {
  for (const layer of draft.layers) {
    for (const pattern of layer.filter((each) => each.template === template)) {
      // One that was merged into the template has its `<*>` elsewhere.
      if (idOf(collapsed(pattern.tokens)) !== idOf(template.tokens)) continue;
      const places = placesOf(pattern.tokens, wildcard);
      for (const piece of piecesOf(pattern.tokens, places, seen)) {
        layer.push({ template: templateFor(draft, template, piece), tokens: piece.tokens });
      }
    }
  }
}

/** Places of the run of `<*>` that is the n-th one. */
function placesOf(pattern: readonly string[], wildcard: number): readonly number[] {
  let run = -1;
  return pattern.flatMap((token, place) => {
    if (token !== WILDCARD) return [];
    if (pattern[place - 1] !== WILDCARD) run++;
    return run === wildcard ? [place] : [];
  });
}

function piecesOf(pattern: readonly string[], places: readonly number[], seen: readonly SeenTokens[]): Piece[] {
  const pieces = new Map<string, Piece>();
  for (const { tokens, lines, inTraining } of seen) {
    if (!fits(pattern, tokens) || places.every((place) => tokens[place] === WILDCARD)) continue;
    const own = pattern.map((token, place) => (places.includes(place) ? (tokens[place] ?? token) : token));
    const piece = pieces.get(idOf(own)) ?? { tokens: own, lines: 0, isKnown: false };
    piece.lines += lines;
    piece.isKnown ||= inTraining;
    pieces.set(idOf(own), piece);
  }
  return [...pieces.values()]
    .sort((a, b) => b.lines - a.lines || (idOf(a.tokens) < idOf(b.tokens) ? -1 : 1))
    .slice(0, MOST_PIECES);
}

const fits = (pattern: readonly string[], tokens: readonly string[]) =>
  pattern.length === tokens.length && pattern.every((token, i) => token === WILDCARD || token === tokens[i]);

function templateFor(draft: MinerDraft, parent: TemplateDraft, { tokens, isKnown }: Piece): TemplateDraft {
  const own = collapsed(tokens);
  const found = draft.find(idOf(own));
  if (found !== undefined) return found;
  const made = { tokens: own, isKnown: isKnown && parent.isKnown };
  draft.templates.push(made);
  return made;
}

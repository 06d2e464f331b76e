import { visibleText } from '../../core/base/visible-text.ts';

/** Markup that was made by {@link html}, so that what came from a log is escaped in it. */
export class Html {
  readonly markup: string;

  /** @param markup is taken as it is */
  constructor(markup: string) {
    this.markup = markup;
  }
}

type Part = string | number | Html | undefined | readonly Part[];

/** A template for markup: all that is put into it, other than markup itself, shows as the text it is. */
export function html(constants: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(constants.map((constant, i) => constant + markupOf(parts[i])).join(''));
}

function markupOf(part: Part): string {
  if (part === undefined) return '';
  if (part instanceof Html) return part.markup;
  return typeof part === 'object' ? part.map(markupOf).join('') : escaped(String(part));
}

const NAMES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function escaped(text: string): string {
  return visibleText(text).replace(/[&<>"']/g, (character) => NAMES.get(character) ?? '');
}

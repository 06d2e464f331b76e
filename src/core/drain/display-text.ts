import { type TokenSpan, tokenSpans, WILDCARD } from '../scan/tokens.ts';

/** A stretch of display text: constant, or one wildcard. */
export interface TemplatePart {
  readonly text: string;
  readonly wildcard: boolean;
}

/**
 * Text of a template for people: a raw content of its group with `<*>` in place of what varies, so that punctuation and
 * spacing stay as the program wrote them.
 *
 * @param rawContent a line's content that has the template
 * @param tokens the template's tokens, runs of `<*>` collapsed
 * @returns the tokens joined by spaces where the content does not have this template
 */
export function displayText(rawContent: string, tokens: readonly string[]): string {
  const spans = tokenSpans(rawContent);
  const variable = alignToTemplate(spans, tokens);
  if (!variable) return tokens.join(' ');
  let text = '';
  let copied = 0;
  for (const [i, span] of spans.entries()) {
    if (!variable[i]) continue;
    if (i === 0 || !variable[i - 1]) text += rawContent.slice(copied, span.start) + WILDCARD;
    copied = span.end;
  }
  return (text + rawContent.slice(copied)).trim();
}

/** Cuts display text at its wildcards, for chips. */
export function templateParts(text: string): TemplatePart[] {
  const parts: TemplatePart[] = [];
  for (const [i, constant] of text.split(WILDCARD).entries()) {
    if (i > 0) parts.push({ text: WILDCARD, wildcard: true });
    if (constant !== '') parts.push({ text: constant, wildcard: false });
  }
  return parts;
}

/**
 * Which spans stand under a wildcard, each wildcard taking one token or more, the earlier ones as few as possible;
 * undefined where the template does not fit. The usual glob walk: only the latest wildcard is ever widened.
 */
function alignToTemplate(spans: readonly TokenSpan[], template: readonly string[]): readonly boolean[] | undefined {
  const variable: boolean[] = [];
  let at = 0;
  let retryTemplate = -1;
  let retrySpan = 0;
  let i = 0;
  while (i < spans.length || at < template.length) {
    const token = template[at];
    const span = spans[i];
    if (span && token === WILDCARD) {
      retryTemplate = at + 1;
      retrySpan = i + 1;
      variable[i++] = true;
      at++;
    } else if (span && token === span.text) {
      variable[i++] = false;
      at++;
    } else if (retryTemplate >= 0 && retrySpan < spans.length) {
      at = retryTemplate;
      variable[retrySpan] = true;
      i = ++retrySpan;
    } else {
      return undefined;
    }
  }
  return variable;
}

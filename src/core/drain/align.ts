import { type TokenSpan, tokenSpans, WILDCARD } from '../scan/tokens.ts';

/** A stretch of a content that one wildcard of its template covers. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  /** False where the template took in a plain word: it is known to vary, whatever a few lines show. */
  readonly masked: boolean;
}

/**
 * Where the wildcards of a template lie in a content: one gap each, in order.
 *
 * @param tokens the template's tokens, runs of `<*>` collapsed
 * @returns undefined where the content does not have this template
 */
export function gapsOf(content: string, tokens: readonly string[]): readonly Gap[] | undefined {
  const spans = tokenSpans(content);
  const ends = wildcardEnds(spans, tokens);
  if (!ends) return undefined;
  const gaps: Gap[] = [];
  let at = 0;
  for (const token of tokens) {
    const next = token === WILDCARD ? (ends[gaps.length] as number) : at + 1;
    if (token === WILDCARD) {
      const covered = spans.slice(at, next);
      const masked = covered.every((span) => span.text === WILDCARD);
      gaps.push({ start: covered[0]?.start ?? 0, end: covered.at(-1)?.end ?? 0, masked });
    }
    at = next;
  }
  return gaps;
}

/**
 * Index of the first span after each wildcard, each taking one span or more, the earlier ones as few as possible. The usual
 * glob walk: where the rest does not fit, only the latest wildcard is widened.
 */
function wildcardEnds(spans: readonly TokenSpan[], tokens: readonly string[]): readonly number[] | undefined {
  const ends: number[] = [];
  let retryToken = -1;
  let token = 0;
  let span = 0;
  while (span < spans.length || token < tokens.length) {
    if (span < spans.length && tokens[token] === WILDCARD) {
      ends.push(++span);
      retryToken = ++token;
    } else if (span < spans.length && tokens[token] === spans[span]?.text) {
      token++;
      span++;
    } else {
      const widened = (ends.pop() ?? spans.length) + 1;
      if (widened > spans.length) return undefined;
      ends.push(widened);
      token = retryToken;
      span = widened;
    }
  }
  return ends;
}

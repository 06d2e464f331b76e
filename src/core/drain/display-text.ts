import { isPlainWord, WILDCARD } from '../scan/tokens.ts';
import { type Gap, gapsOf } from './align.ts';

/** A stretch of display text: constant, or one wildcard. */
export interface TemplatePart {
  readonly text: string;
  readonly wildcard: boolean;
}

/** `ssh2`, `jk2_init()`, `log4j:`: one digit inside a word is more often part of a name than a value, ... */
const NAME_WITH_DIGIT = /^[A-Za-z_]{2,}[0-9][A-Za-z_]*[^A-Za-z_0-9]*$/;
/** ... and is taken for one when that many lines agree on it. */
const LINES_TO_TRUST = 3;

/**
 * Text of a template for people: a raw content of its group with `<*>` in place of what varies, so that punctuation and
 * spacing stay as the program wrote them. Units (`<*> seconds`) and names with a digit (`ssh2`), which mining masks, are
 * shown where all given contents agree on them.
 *
 * @param content a line's content that has the template
 * @param tokens the template's tokens, runs of `<*>` collapsed
 * @param others contents of more lines with this template, such as the middle and the last one
 * @returns the tokens joined by spaces where the content does not have this template
 */
export function displayText(content: string, tokens: readonly string[], others: readonly string[] = []): string {
  const gaps = gapsOf(content, tokens);
  if (!gaps) return tokens.join(' ');
  const samples = others.flatMap((other) => {
    const otherGaps = gapsOf(other, tokens);
    return otherGaps ? [{ content: other, gaps: otherGaps }] : [];
  });
  let text = '';
  let copied = 0;
  for (const [i, gap] of gaps.entries()) {
    const values = samples.map((sample) => textOf(sample.content, sample.gaps[i] ?? gap));
    text += content.slice(copied, gap.start) + (gap.masked ? gapText(textOf(content, gap), values) : WILDCARD);
    copied = gap.end;
  }
  return (text + content.slice(copied)).trim();
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

function textOf(content: string, gap: Gap): string {
  return content.slice(gap.start, gap.end);
}

/** Shows the words that all values share at the same place; of values with differing numbers of words, nothing. */
function gapText(value: string, others: readonly string[]): string {
  const words = value.split(/[ \t]+/);
  const rows = others.map((other) => other.split(/[ \t]+/));
  if (rows.some((row) => row.length !== words.length)) return WILDCARD;
  const trusted = rows.length + 1 >= LINES_TO_TRUST;
  const shown = words.map((word, i) => {
    const constant = i > 0 && isPlainWord(word) ? true : trusted && NAME_WITH_DIGIT.test(word);
    return constant && rows.every((row) => row[i] === word) ? word : WILDCARD;
  });
  return shown.filter((word, i) => word !== WILDCARD || shown[i - 1] !== WILDCARD).join(' ');
}

import { formatCount, formatNumberOf } from '../../core/base/format.ts';
import type { ParameterType } from '../../core/drain/parameter-type.ts';
import type { DistinctCount } from '../../core/drain/summarise-parameter.ts';
import type { Parameter, TemplateParameters } from '../../core/drain/template-parameters.ts';

export const TYPE_NAMES: Readonly<Record<ParameterType, string>> = {
  number: 'number',
  duration: 'duration',
  size: 'size',
  time: 'time',
  ip: 'IP address',
  url: 'URL',
  path: 'path',
  id: 'id',
  enum: 'enumeration',
  text: 'text',
};

/** `12 values`, `about 1,200 values`, `at least 512 values`, `always the same`. */
export function distinctText({ count, precision }: DistinctCount): string {
  if (precision !== 'exact') return `${precision === 'about' ? 'about' : 'at least'} ${formatNumberOf(count, 'value')}`;
  return count === 1 ? 'always the same' : formatNumberOf(count, 'value');
}

/** Which lines the values are from. */
export function sourceText({ total, read, unreadable }: TemplateParameters): string {
  if (read === total) return total === 1 ? 'From its only line.' : `From all ${formatCount(total)} lines.`;
  const spread = total > read + unreadable ? ', evenly spread' : '';
  const left =
    unreadable > 0
      ? ` ${formatNumberOf(unreadable, 'line')} could not be taken apart again and ${isAre(unreadable)} left out.`
      : '';
  return `From ${formatCount(read)} of ${formatCount(total)} lines${spread}.${left}`;
}

const isAre = (count: number) => (count === 1 ? 'is' : 'are');

/**
 * Without those that the text shows as a constant, such as `ssh2`, and that are one in all lines.
 *
 * @param text the template's
 */
export function varyingParameters(parameters: readonly Parameter[], text: string): readonly Parameter[] {
  return parameters.filter(
    ({ place, distinct }) =>
      distinct.count > 1 || place === undefined || text.slice(place.start, place.end).includes('<*>'),
  );
}

/** What ends the value before. */
const LEADING = /^[\s"'`,;:.!?)\]}>]+/;
/** Longest context before a wildcard, in characters. */
const CONTEXT = 36;

/** The wildcard with the words before it: `of size <*>`; only the nearest ones where there are many. */
export function contextOf(
  { place, wildcard, word }: Pick<Parameter, 'place' | 'wildcard' | 'word'>,
  parameters: readonly Pick<Parameter, 'place'>[],
  text: string,
): string {
  const nth = word === undefined ? '' : `, value ${formatCount(word + 1)}`;
  if (place === undefined) return `<*> ${formatCount(wildcard + 1)}${nth}`;
  const before = parameters.findLast((other) => other.place !== undefined && other.place.end <= place.start);
  const words = text
    .slice(before?.place?.end ?? 0, place.start)
    .replace(LEADING, '')
    .trim();
  return `${lastWords(words)} ${text.slice(place.start, place.end)}${nth}`.trim();
}

function lastWords(words: string): string {
  if (words.length <= CONTEXT) return words;
  const start = words.length - CONTEXT;
  const space = words.indexOf(' ', start - 1);
  return `… ${words.slice(space < 0 ? start : space + 1)}`;
}

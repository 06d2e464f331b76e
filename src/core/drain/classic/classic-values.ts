import { WILDCARD } from '../../scan/tokens.ts';
import { chipsIn, type ParameterReader } from '../parameter-values.ts';

/**
 * Finds the values of a classic template: as logparser does, each `<*>` takes as little of the content as it can, and white
 * space of any length counts as one space.
 *
 * @param text the template's tokens, one space apart; `<*>` can be part of a token
 */
export function classicParameterReader(text: string): ParameterReader {
  const [first = '', ...rest] = text.split(WILDCARD);
  const last = rest.pop();
  const valuesIn = (content: string): readonly string[] | undefined => {
    const line = content.trim().replace(/\s+/g, ' ');
    if (last === undefined) return line === first ? [] : undefined;
    if (!line.startsWith(first) || !line.endsWith(last)) return undefined;
    const end = line.length - last.length;
    const values: string[] = [];
    let from = first.length;
    // The first place of each constant leaves most room to those after it, so no other place has to be tried.
    for (const constant of rest) {
      const at = line.indexOf(constant, from);
      if (at < 0) return undefined;
      values.push(line.slice(from, at));
      from = at + constant.length;
    }
    return from > end ? undefined : [...values, line.slice(from, end)];
  };
  return { valuesIn, places: chipsIn(text) };
}

import type { LogKey } from '../../core/base/brand.ts';
import { nearestAmong } from '../../core/drain/nearest-known.ts';
import type { Template } from '../../core/drain/template.ts';
import type { Difference } from '../../core/drain/token-differences.ts';

/** Words in which a template may differ from another and still be the same statement, reworded; it keeps as many at least. */
const REWORDED = 2;

/**
 * By the key of a new template, the text of the known one that it is a rewording of; undefined where it is none.
 *
 * @param known keys of templates of the baseline
 */
export function rewordedFrom(
  templates: readonly Template[],
  known: readonly LogKey[],
  textOf: (key: LogKey) => string | undefined,
): (key: LogKey) => string | undefined {
  const nearest = nearestAmong(templates, known);
  return (key) => {
    const tokens = templates[key]?.tokens ?? [];
    const found = nearest(tokens);
    const words = found?.differences.reduce((sum, difference) => sum + wordsIn(difference), 0) ?? tokens.length;
    return found && words <= Math.min(REWORDED, tokens.length / 2) ? textOf(found.key) : undefined;
  };
}

function wordsIn({ expected, found }: Difference): number {
  return Math.max(...[expected, found].map((text) => (text === '' ? 0 : text.split(' ').length)));
}

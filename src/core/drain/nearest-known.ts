import type { LogKey } from '../base/brand.ts';
import { type NearestTemplate, TemplateMatcher } from './match.ts';
import type { Template } from './template.ts';

/** Of more new templates than this, only the most frequent ones are looked up: then new ones are no news. */
const MOST_LOOKED_UP = 1000;

/**
 * What each template that training never saw is most like.
 *
 * @param templates by log key
 * @param known keys that training saw
 * @returns by the key of the new template; none for one that shares no word with any known one
 */
export function nearestKnown(
  templates: readonly Template[],
  known: Iterable<LogKey>,
): ReadonlyMap<LogKey, NearestTemplate> {
  const nearest = nearestAmong(templates, known);
  const knownKeys = new Set(known);
  const fresh = templates.filter(({ key }) => !knownKeys.has(key)).sort((a, b) => b.count - a.count || a.key - b.key);
  return new Map(
    fresh.slice(0, MOST_LOOKED_UP).flatMap(({ key, tokens }) => {
      const found = nearest(tokens);
      return found === undefined ? [] : [[key, found] as const];
    }),
  );
}

/** What finds the template among the known ones that some tokens are most like; undefined where none shares a word with them. */
export function nearestAmong(
  templates: readonly Pick<Template, 'tokens'>[],
  known: Iterable<LogKey>,
): (tokens: readonly string[]) => NearestTemplate | undefined {
  const keys = [...known].filter((key) => templates[key] !== undefined);
  const matcher = new TemplateMatcher({
    templates: keys.map((key) => templates[key]?.tokens ?? []),
    layers: [],
    catchAll: -1,
  });
  return (tokens) => {
    const nearest = matcher.nearest(tokens);
    return nearest && { ...nearest, key: keys[nearest.key] as LogKey };
  };
}

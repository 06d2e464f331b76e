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
  const keys = [...known].filter((key) => templates[key] !== undefined);
  const knownKeys = new Set(keys);
  const matcher = new TemplateMatcher({
    templates: keys.map((key) => templates[key]?.tokens ?? []),
    layers: [],
    catchAll: -1,
  });
  const fresh = templates.filter(({ key }) => !knownKeys.has(key)).sort((a, b) => b.count - a.count || a.key - b.key);
  return new Map(
    fresh.slice(0, MOST_LOOKED_UP).flatMap(({ key, tokens }) => {
      const nearest = matcher.nearest(tokens);
      if (nearest === undefined) return [];
      return [[key, { ...nearest, key: keys[nearest.key] as LogKey }] as const];
    }),
  );
}

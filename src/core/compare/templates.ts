import type { LogKey } from '../base/brand.ts';
import type { Profile } from './profile.ts';
import type { Shared } from './share-changes.ts';

/** The templates of both sides, by the share of sessions that have them. */
export function templateShares(a: Profile, b: Profile): readonly Shared<LogKey>[] {
  const side = ({ templates, sessions }: Profile, key: LogKey) => {
    return { part: templates.get(key) ?? 0, whole: sessions };
  };
  const keys = new Set([...a.templates.keys(), ...b.templates.keys()]);
  return [...keys].sort((x, y) => x - y).map((what) => ({ what, a: side(a, what), b: side(b, what) }));
}

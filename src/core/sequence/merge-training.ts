import type { LogKey } from '../base/brand.ts';
import type { Rhythm } from './rhythm.ts';
import type { TemplateCounts } from './template-counts.ts';

/** How often templates came in two logs together; keys that one of them lacks came never there. */
export function mergeCounts(a: TemplateCounts, b: TemplateCounts): TemplateCounts {
  const sum = (one: readonly number[], other: readonly number[]) =>
    Array.from({ length: Math.max(one.length, other.length) }, (_, key) => (one[key] ?? 0) + (other[key] ?? 0));
  return {
    lines: sum(a.lines, b.lines),
    inSessions: sum(a.inSessions, b.inSessions),
    sessions: a.sessions + b.sessions,
  };
}

/** A pause is usual if it is in either of two logs; of clocks that count differently the newer one holds. */
export function mergeRhythms(before: Rhythm, now: Rhythm): Rhythm {
  if (before.unit !== now.unit) return now;
  return {
    unit: now.unit,
    before: longest(before.before, now.before),
    after: longest(before.after, now.after),
    beginnings: [...new Set([...before.beginnings, ...now.beginnings])],
  };
}

function longest(a: Rhythm['before'], b: Rhythm['before']): Rhythm['before'] {
  const pauses = new Map<LogKey, number>(a);
  for (const [key, pause] of b) pauses.set(key, Math.max(pause, pauses.get(key) ?? 0));
  return [...pauses];
}

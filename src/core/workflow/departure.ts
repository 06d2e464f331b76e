import type { LogKey } from '../base/brand.ts';
import { formatNumberOf } from '../base/format.ts';
import type { SessionPath } from './session-path.ts';

/** Where a session first left the workflow. */
export interface Departure {
  /** Index in the steps of its path. */
  readonly left: number;
  /** The step before; undefined at the beginning. */
  readonly after: LogKey | undefined;
  /** What came; undefined where the session ended. */
  readonly came: LogKey | undefined;
  /** Steps of which one was due. */
  readonly due: readonly LogKey[];
  /** It could have ended there, and went on. */
  readonly endWasDue: boolean;
}

/** Names that are given one by one. */
export const MOST_NAMED = 3;

/** @returns undefined where the session did what is usual */
export function departureOf({ steps, left, due, mayEnd }: SessionPath): Departure | undefined {
  if (left === undefined) return undefined;
  const came = steps.slice(left).find(({ is }) => is !== 'missing')?.key;
  return {
    left,
    after: steps[left - 1]?.key,
    came,
    due: due.filter((key) => key !== came),
    endWasDue: mayEnd && came !== undefined,
  };
}

/** What was due, in words; undefined where that was nothing more. */
export function dueText({ due, endWasDue }: Departure, textOf: (key: number) => string): string | undefined {
  const names = [...due.map((key) => `"${textOf(key)}"`), ...(endWasDue ? ['the end'] : [])];
  return names.length === 0 ? undefined : anyOf(names);
}

function anyOf(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED);
  const others = names.length - shown.length;
  if (others > 0) return `${shown.join(', ')} or ${formatNumberOf(others, 'other')}`;
  return shown.length === 1 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}

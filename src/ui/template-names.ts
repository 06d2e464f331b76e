import { useMemo } from 'react';
import type { LogKey } from '../core/base/brand.ts';
import { parsedOf } from './analysis.ts';
import { useAppState } from './context.ts';

/** What a person calls templates, by their keys; those without a name are not in it. */
export function useTemplateNames(): ReadonlyMap<number, string> {
  const templates = useAppState(({ analysis }) => parsedOf(analysis)?.templates);
  return useMemo(
    () => new Map<LogKey, string>(templates?.flatMap(({ key, name }) => (name === undefined ? [] : [[key, name]]))),
    [templates],
  );
}

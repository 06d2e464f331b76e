import { useEffect, useState } from 'react';
import type { SearchHits, SearchQuery } from '../../core/report/log-view.ts';
import type { Problem } from '../../core/report/problem.ts';
import { useCommands } from '../context.ts';

/** While something is typed. */
const PAUSE_MS = 250;

export interface Search {
  /** What was found so far; undefined where nothing is looked for. */
  readonly hits: SearchHits | undefined;
  readonly problem: Problem | undefined;
}

const NOTHING: Search = { hits: undefined, problem: undefined };

/**
 * Searches whenever what is looked for changes, or where.
 *
 * @param session all lines where it is left out
 * @param log what the lines are of: it is searched again when this is another
 */
export function useSearch(query: SearchQuery, session: string | undefined, log: unknown): Search {
  const { search, cancelSearch } = useCommands();
  const [found, setFound] = useState(NOTHING);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another log has other lines
  useEffect(() => {
    setFound(NOTHING);
    if (query.text === '') return;
    let wanted = true;
    const show = (hits: SearchHits) => wanted && setFound({ hits, problem: undefined });
    const start = setTimeout(() => {
      void search(query, session, show).then((outcome) => {
        if (outcome === 'cancelled' || !wanted) return;
        setFound(outcome.ok ? { hits: outcome.value, problem: undefined } : { ...NOTHING, problem: outcome.problem });
      });
    }, PAUSE_MS);
    return () => {
      wanted = false;
      clearTimeout(start);
      cancelSearch();
    };
  }, [search, cancelSearch, query, session, log]);
  return found;
}

import type { EdgeEnd } from './edge-counts.ts';
import type { Profile, ProfiledEdge } from './profile.ts';
import type { Shared } from './share-changes.ts';

/** One key right after another; -1 stands for the beginning and the end of a session. */
export interface Edge {
  readonly from: EdgeEnd;
  readonly to: EdgeEnd;
}

/**
 * The edges of both sides, by the share of the sessions with the first key in which the second comes right after it. So a template
 * that comes more often does not make all that follows it look changed; and what begins at a key that only one side has is not
 * listed: its template already is.
 */
export function edgeShares(a: Profile, b: Profile): readonly Shared<Edge>[] {
  return edgePairs(a, b).flatMap(({ from, to, a: ofA, b: ofB }) => {
    const wholes = [sessionsWith(a, from), sessionsWith(b, from)] as const;
    if (wholes[0] === 0 || wholes[1] === 0) return [];
    return {
      what: { from, to },
      a: { part: ofA?.sessions ?? 0, whole: wholes[0] },
      b: { part: ofB?.sessions ?? 0, whole: wholes[1] },
    };
  });
}

/** An edge as each side has it; undefined where one lacks it. */
export interface EdgePair extends Edge {
  readonly a: ProfiledEdge | undefined;
  readonly b: ProfiledEdge | undefined;
}

export function edgePairs(a: Profile, b: Profile): readonly EdgePair[] {
  const named = (edges: readonly ProfiledEdge[]) => new Map(edges.map((edge) => [`${edge.from}>${edge.to}`, edge]));
  const [ofA, ofB] = [named(a.edges), named(b.edges)];
  return [...new Map([...ofA, ...ofB])]
    .map(([name, { from, to }]) => ({ from, to, a: ofA.get(name), b: ofB.get(name) }))
    .sort((one, other) => one.from - other.from || one.to - other.to);
}

function sessionsWith({ sessions, templates }: Profile, key: EdgeEnd): number {
  return key === -1 ? sessions : (templates.get(key) ?? 0);
}

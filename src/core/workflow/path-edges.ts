import type { AlignedStep } from './align.ts';
import { BEGIN, END, type NodeId, type PathMark } from './graph-node.ts';
import type { SessionPath } from './session-path.ts';

export interface PathEdge {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly mark: PathMark;
}

/** By key on the path; one that was missing or extra once is that. */
export function pathMarks({ steps }: SessionPath): ReadonlyMap<NodeId, PathMark> {
  const marks = new Map<NodeId, PathMark>();
  for (const { is, key } of steps) {
    if (is !== 'step') marks.set(key, is);
    else if (!marks.has(key)) marks.set(key, 'taken');
  }
  return marks;
}

/** Ways that the session took, those first, and the ways over steps that it left out. */
export function pathEdges({ steps, cut }: SessionPath): readonly PathEdge[] {
  const came = steps.filter(({ is }) => is !== 'missing');
  const taken = waysOf(came, cut).map(({ from, to }): PathEdge => ({ from: from.id, to: to.id, mark: 'taken' }));
  const missing = waysOf(steps, cut)
    .filter(({ from, to }) => from.missing || to.missing)
    .map(({ from, to }): PathEdge => ({ from: from.id, to: to.id, mark: 'missing' }));
  return [...taken, ...missing];
}

function waysOf(steps: readonly AlignedStep[], { atStart, atEnd }: SessionPath['cut']) {
  const stops = [
    ...(atStart ? [] : [{ id: BEGIN, missing: false }]),
    ...steps.map(({ is, key }) => ({ id: key as NodeId, missing: is === 'missing' })),
    ...(atEnd ? [] : [{ id: END, missing: false }]),
  ];
  return stops.slice(1).flatMap((to, at) => {
    const from = stops[at];
    return from === undefined ? [] : [{ from, to }];
  });
}

import type { PictureEdge } from '../../../core/report/workflow-report.ts';
import { BEGIN } from '../../../core/workflow/graph-node.ts';
import { wayMiddle } from './way-shape.ts';

/** The way that an arrow key leads to: on and back along the ways gone most often, or to those beside it from the same step. */
export function nextWay(edges: readonly PictureEdge[], from: PictureEdge, key: string): PictureEdge | undefined {
  switch (key) {
    case 'ArrowDown':
      return mostGone(edges.filter((edge) => edge.from === from.to && edge !== from));
    case 'ArrowUp':
      return mostGone(edges.filter((edge) => edge.to === from.from && edge !== from));
    case 'ArrowRight':
      return beside(edges, from, 1);
    case 'ArrowLeft':
      return beside(edges, from, -1);
    default:
      return undefined;
  }
}

/** Where the Tab key enters a graph. */
export function firstWay(edges: readonly PictureEdge[]): PictureEdge | undefined {
  return mostGone(edges.filter(({ from }) => from === BEGIN)) ?? edges[0];
}

function mostGone(edges: readonly PictureEdge[]): PictureEdge | undefined {
  return edges.toSorted((a, b) => b.count - a.count || a.from - b.from || a.to - b.to)[0];
}

function beside(edges: readonly PictureEdge[], from: PictureEdge, by: 1 | -1): PictureEdge | undefined {
  const ways = edges
    .filter((edge) => edge.from === from.from)
    .sort((a, b) => wayMiddle(a).x - wayMiddle(b).x || a.to - b.to);
  return ways[ways.indexOf(from) + by];
}

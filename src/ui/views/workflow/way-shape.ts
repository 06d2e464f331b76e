import type { PictureEdge } from '../../../core/report/workflow-report.ts';
import type { PathMark } from '../../../core/workflow/graph-node.ts';

const THINNEST = 1;
const THICKEST = 7;
const THINNEST_OF_PATH = 3;

/** In pixels, by the share of sessions that go this way; a session's path is to be seen however rare it is. */
export function wayWidth({ share, mark }: PictureEdge): number {
  const width = THINNEST + (THICKEST - THINNEST) * Math.min(1, share);
  return mark === undefined ? width : Math.max(THINNEST_OF_PATH, width);
}

/** A curve through all of its points, with their middles as joints. */
export function wayPath({ points }: PictureEdge): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const curves = rest.slice(0, -1).map((point, at) => {
    const next = rest[at + 1] ?? last;
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  return `M${first.x} ${first.y}${curves.join('')}L${last.x} ${last.y}`;
}

/** The head of a way's arrow, as a closed path: as wide as it has to be to be seen before the way. */
export function arrowPath(edge: PictureEdge): string {
  const { points } = edge;
  const [before, tip] = [points.at(-2), points.at(-1)];
  if (before === undefined || tip === undefined) return '';
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const [dx, dy] = [(tip.x - before.x) / length, (tip.y - before.y) / length];
  const half = 4 + wayWidth(edge) / 2;
  const [x, y] = [tip.x - 2 * half * dx, tip.y - 2 * half * dy];
  return `M${tip.x} ${tip.y}L${x - half * dy} ${y + half * dx}L${x + half * dy} ${y - half * dx}Z`;
}

/** Where the time of a way is written. */
export function wayMiddle({ points }: PictureEdge): { readonly x: number; readonly y: number } {
  return points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
}

/** Tokens of the theme. */
export const WAY_COLOURS: Readonly<Record<PathMark, string>> = {
  taken: 'var(--accent)',
  missing: 'var(--c-end)',
  extra: 'var(--c-key)',
};
export const USUAL_COLOUR = 'var(--edge)';
/** What is said of a step; nothing of one that was taken. */
export const STEP_NOTES: Readonly<Record<PathMark, string>> = { taken: '', missing: 'left out', extra: 'extra' };
export const DASHES = '6 4';

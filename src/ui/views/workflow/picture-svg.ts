import { formatCount, formatDuration } from '../../../core/base/format.ts';
import { visibleText } from '../../../core/base/visible-text.ts';
import type { PictureEdge, PictureNode, WorkflowPicture } from '../../../core/report/workflow-report.ts';
import { BEGIN, END } from '../../../core/workflow/graph-node.ts';
import { type Attributes, svgElement, svgText } from '../../charts/svg-element.ts';
import { arrowPath, DASHES, STEP_NOTES, USUAL_COLOUR, WAY_COLOURS, wayMiddle, wayPath, wayWidth } from './way-shape.ts';
import type { Texts } from './ways.tsx';

/** Of a line in a node. */
const MOST_CHARACTERS = 34;

/**
 * The whole graph as an SVG file, in the colours that it has on screen.
 *
 * @param texts with names
 * @param figure the element that it is drawn in
 */
export function pictureSvg(picture: WorkflowPicture, texts: Texts, figure: HTMLElement): string {
  const paint = painter(figure);
  const { width, height, nodes, edges } = picture;
  const { fontFamily } = getComputedStyle(figure);
  const page = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': fontFamily });
  page.append(svgElement('rect', { width: '100%', height: '100%', fill: paint('var(--surface)') }));
  for (const edge of edges) page.append(...wayParts(edge, paint));
  for (const node of nodes) page.append(...stepParts({ ...node, text: texts.get(node.id) ?? node.text }, paint));
  return new XMLSerializer().serializeToString(page);
}

/** Gives colours of the theme as a file of its own can have them. */
function painter(figure: HTMLElement): (colour: string) => string {
  const probe = document.createElement('span');
  return (colour) => {
    probe.style.color = colour;
    figure.append(probe);
    const painted = getComputedStyle(probe).color;
    probe.remove();
    return painted;
  };
}

function wayParts(edge: PictureEdge, paint: (colour: string) => string): readonly SVGElement[] {
  const { mark, time } = edge;
  const { x, y } = wayMiddle(edge);
  const colour = paint(mark === undefined ? USUAL_COLOUR : WAY_COLOURS[mark]);
  const arrow = svgElement('path', { d: arrowPath(edge), fill: colour });
  const way = svgElement('path', {
    d: wayPath(edge),
    fill: 'none',
    stroke: colour,
    'stroke-width': wayWidth(edge),
    ...(mark === 'missing' ? { 'stroke-dasharray': DASHES } : {}),
  });
  const label: Attributes = { x: x + 6, y, 'font-size': 11, fill: paint('var(--muted)') };
  return time === undefined ? [way, arrow] : [way, arrow, svgText(formatDuration(time.median), label)];
}

function stepParts(node: PictureNode, paint: (colour: string) => string): readonly SVGElement[] {
  const { id, x, y, width, height, mark, count, due } = node;
  const isEdge = id === BEGIN || id === END;
  const box = svgElement('rect', {
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
    rx: isEdge ? height / 2 : 8,
    fill: paint('var(--surface)'),
    stroke: paint(mark === undefined ? USUAL_COLOUR : WAY_COLOURS[mark]),
    'stroke-width': mark === undefined ? 1 : 2,
    ...(mark === 'missing' ? { 'stroke-dasharray': DASHES } : {}),
  });
  const lines = twoLines(visibleText(node.text));
  const write = (words: string, at: number, colour: string) =>
    svgText(words, { x, y: at, 'text-anchor': 'middle', 'font-size': 11, fill: paint(colour) });
  const dueHere =
    due === undefined ? [] : [write(clipped(`due: ${visibleText(due)}`), y + height / 2 + 12, 'var(--c-end)')];
  if (isEdge) return [box, write(node.text, y, 'var(--muted)'), ...dueHere];
  const note = mark === undefined ? '' : STEP_NOTES[mark];
  const words = lines.map((line, at) => write(line, y + 13 * at - 16, 'var(--text)'));
  return [box, ...words, write(`${formatCount(count)}${note && `, ${note}`}`, y + 15, 'var(--muted)'), ...dueHere];
}

function twoLines(text: string): readonly string[] {
  const cut = text.length <= MOST_CHARACTERS ? text.length : text.lastIndexOf(' ', MOST_CHARACTERS);
  const at = cut > 0 ? cut : MOST_CHARACTERS;
  return [text.slice(0, at), clipped(text.slice(at).trim())].filter((line) => line !== '');
}

function clipped(line: string): string {
  return line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS - 1)}…` : line;
}

import { svgElement, svgText } from './svg-element.ts';

/** Of a PNG, per CSS pixel, so that it stays sharp in a ticket. */
const PIXELS = 2;
const PADDING = 12;
const TITLE_HEIGHT = 22;
const LEGEND_HEIGHT = 20;

/** Paint that the page's style sheets and theme give, and a file of its own lacks. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;
const OF_THE_PAGE = ['class', 'style', 'id', 'role', 'tabindex', 'aria-hidden', 'focusable'];

/**
 * The chart of a figure as an SVG file of its own, in the colours it has on screen, with its name and legend.
 *
 * @returns undefined while the figure draws nothing
 */
export function chartSvg(figure: HTMLElement, name: string): string | undefined {
  const drawing = [...figure.querySelectorAll('svg')].find((svg) => svg.closest('ul, details') === null);
  if (drawing === undefined) return undefined;
  const { width, height } = drawing.getBoundingClientRect();
  const legend = figure.querySelector('ul');
  const top = PADDING + TITLE_HEIGHT + (legend === null ? 0 : LEGEND_HEIGHT);
  const page = svgElement('svg', { width: width + 2 * PADDING, height: top + height + PADDING });
  const { backgroundColor, color, fontFamily } = getComputedStyle(figure.querySelector('section') ?? figure);
  page.append(svgElement('rect', { width: '100%', height: '100%', fill: backgroundColor }));
  const write = (text: string, x: number, y: number, size: number, weight: number) =>
    svgText(text, { x, y, fill: color, 'font-family': fontFamily, 'font-size': size, 'font-weight': weight });
  page.append(write(name, PADDING, PADDING + TITLE_HEIGHT / 2, 13, 600));
  for (const item of legend?.querySelectorAll('li') ?? []) {
    const x = PADDING + item.getBoundingClientRect().left - (legend?.getBoundingClientRect().left ?? 0);
    const swatch = item.querySelector('svg');
    if (swatch !== null) page.append(at(copyOf(swatch), x, PADDING + TITLE_HEIGHT));
    page.append(write(item.textContent, x + 22, PADDING + TITLE_HEIGHT + 9, 12, 400));
  }
  page.append(at(copyOf(drawing), PADDING, top));
  return new XMLSerializer().serializeToString(page);
}

/** An SVG file as a PNG file, larger by a factor of two. */
export async function chartPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(PIXELS * image.width, PIXELS * image.height);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await png.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A copy whose paint is written on each of its parts. */
function copyOf(svg: SVGSVGElement): SVGSVGElement {
  const copy = svgElement('svg', { width: svg.clientWidth, height: svg.clientHeight });
  copy.append(...[...svg.children].map((child) => child.cloneNode(true)));
  const originals = [...svg.querySelectorAll('*')];
  [...copy.querySelectorAll('*')].forEach((part, index) => {
    const original = originals[index];
    if (original !== undefined) paint(part, getComputedStyle(original));
  });
  return copy;
}

function paint(part: Element, style: CSSStyleDeclaration): void {
  const keepsId = part.closest('defs') !== null;
  for (const name of OF_THE_PAGE) if (name !== 'id' || !keepsId) part.removeAttribute(name);
  for (const property of PAINT) part.setAttribute(property, style.getPropertyValue(property));
}

function at(svg: SVGSVGElement, x: number, y: number): SVGSVGElement {
  svg.setAttribute('x', String(x));
  svg.setAttribute('y', String(y));
  return svg;
}

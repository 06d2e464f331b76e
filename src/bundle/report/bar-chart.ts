import { formatCount } from '../../core/base/format.ts';
import { type Html, html } from './html.ts';

export interface Bar {
  /** Where it begins, in words. */
  readonly label: string;
  readonly value: number;
}

const WIDTH = 760;
const HEIGHT = 120;
const LEFT = 56;
const BOTTOM = 18;
const TOP = 8;

/** Bars as an SVG picture with a scale and the first and last label; each tells its number when it is pointed at. */
export function barChart(title: string, bars: readonly Bar[]): Html {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const base = HEIGHT - BOTTOM;
  const rects = bars.map(({ label, value }, index) => {
    const height = Math.max(value > 0 ? 1 : 0, (value / most) * (base - TOP));
    return html`<rect x="${round(LEFT + index * step)}" y="${round(base - height)}" width="${round(Math.max(1, step - 1))}" height="${round(height)}"><title>${label}: ${formatCount(value)}</title></rect>`;
  });
  return html`<figure><figcaption>${title}</figcaption><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}"><line x1="${LEFT}" x2="${WIDTH}" y1="${base}" y2="${base}"/>${rects}<text x="${LEFT - 6}" y="${TOP + 8}" text-anchor="end">${formatCount(most)}</text><text x="${LEFT - 6}" y="${base}" text-anchor="end">0</text><text x="${LEFT}" y="${HEIGHT - 4}">${bars[0]?.label ?? ''}</text><text x="${WIDTH}" y="${HEIGHT - 4}" text-anchor="end">${bars.at(-1)?.label ?? ''}</text></svg></figure>`;
}

const round = (value: number) => Math.round(value * 100) / 100;

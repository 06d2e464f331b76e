/** Where bars stand, in the units of the two axes. */
export interface BarPlace {
  /** Where the first bar begins. */
  readonly first: number;
  /** Width of a bar with the gap beside it, above 0. */
  readonly step: number;
  /** Between bars, in pixels; never more than half of a bar. */
  readonly gap: number;
}

/** From the values of an axis to pixels. */
export type Scale = (value: number) => number;

/**
 * Stacked bars as one path for each layer: hundreds of elements would take longer to draw than anything else on a page.
 *
 * @param layers heights of the bars, from the bottom layer up; all of them have as many bars
 * @returns the `d` of each layer's path
 */
export function barPaths(
  layers: readonly (readonly number[])[],
  { first, step, gap }: BarPlace,
  x: Scale,
  y: Scale,
): string[] {
  const below = new Float64Array(layers[0]?.length ?? 0);
  const width = x(first + step) - x(first);
  const space = Math.min(gap, width / 2);
  return layers.map((heights) =>
    heights
      .map((height, bar) => {
        if (height === 0) return '';
        const bottom = below[bar] ?? 0;
        below[bar] = bottom + height;
        const left = x(first + bar * step) + space / 2;
        const [from, to] = [y(bottom), y(bottom + height)];
        return `M${short(left)} ${short(from)}V${short(to)}h${short(width - space)}V${short(from)}z`;
      })
      .join(''),
  );
}

/** A hundredth of a pixel cannot be seen. */
function short(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}

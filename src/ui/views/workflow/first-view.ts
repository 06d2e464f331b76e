/** Below this nobody reads the steps. */
const SMALLEST = 0.6;

/** How a graph is first looked at: as a whole where it can then be read, else where it begins. */
export function firstView({ width, height, start }: Extent, box: Box) {
  const whole = Math.min(1, box.width / width, box.height / height);
  const zoom = whole >= SMALLEST ? whole : Math.max(SMALLEST, Math.min(1, box.width / width));
  const isWhole = width * zoom <= box.width;
  const middle = isWhole ? width / 2 : start;
  return { zoom, x: box.width / 2 - middle * zoom, y: Math.max(0, (box.height - height * zoom) / 2) };
}

interface Extent {
  readonly width: number;
  readonly height: number;
  /** How far right the graph begins. */
  readonly start: number;
}

interface Box {
  readonly width: number;
  readonly height: number;
}

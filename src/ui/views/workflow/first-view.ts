/** Below this nobody reads the steps. */
const SMALLEST = 0.6;

/** How a graph is first looked at: as a whole where it can then be read, else where it begins. */
export function firstView({ width, height, start }: Extent, box: Box) {
  const whole = Math.min(1, box.width / width, box.height / height);
  const zoom = whole >= SMALLEST ? whole : Math.max(SMALLEST, Math.min(1, box.width / width));
  const room = box.width - width * zoom;
  // Of a graph that is wider its beginning stands in the middle, but no room is left empty beside it.
  const x = room >= 0 ? room / 2 : Math.min(0, Math.max(room, box.width / 2 - start * zoom));
  return { zoom, x, y: Math.max(0, (box.height - height * zoom) / 2) };
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

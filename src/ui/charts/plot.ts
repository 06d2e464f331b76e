/** All of the figure. Until it is measured, recharts would take a plain `100%` for 100 pixels and draw everything once for nothing. */
const ALL = 'calc(100%)';

/** How all charts fill their figure. The left margin is in the axis, the right one keeps the last tick's text inside. */
export const PLOT = {
  responsive: true,
  style: { width: ALL, height: ALL, flex: 1, minHeight: 0 },
  margin: { top: 8, right: 16, bottom: 0, left: 0 },
} as const;

/** A line that is there for its tooltip and for the arrow keys alone; what it would look like is drawn by something else. */
export const UNDRAWN = {
  stroke: 'none',
  dot: false,
  activeDot: false,
  isAnimationActive: false,
  shape: () => null,
} as const;

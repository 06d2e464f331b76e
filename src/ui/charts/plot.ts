/** How all charts fill their figure. The left margin is in the axis, the right one keeps the last tick's text inside. */
export const PLOT = {
  responsive: true,
  style: { width: '100%', height: '100%', flex: 1, minHeight: 0 },
  margin: { top: 8, right: 16, bottom: 0, left: 0 },
} as const;

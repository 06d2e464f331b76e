/** Parts of a bar of sessions, from the bottom up. */
export const START_LAYERS = [
  { part: 'training', label: 'training', colour: 'var(--accent)', kind: 'area' },
  { part: 'validation', label: 'held out', colour: 'var(--c-end)', kind: 'area' },
  { part: 'rest', label: 'later', colour: 'var(--c-count)', kind: 'area' },
  { part: 'earlier', label: 'earlier', colour: 'var(--edge)', kind: 'area' },
] as const;

/** Parts of a bar of lines, from the bottom up. */
export const LAYERS = [
  { part: 'errors', label: 'errors', colour: 'var(--c-key)', kind: 'area' },
  { part: 'warnings', label: 'warnings', colour: 'var(--c-end)', kind: 'area' },
  { part: 'infos', label: 'info', colour: 'var(--c-count)', kind: 'area' },
  { part: 'others', label: 'debug and others', colour: 'var(--edge)', kind: 'area' },
] as const;

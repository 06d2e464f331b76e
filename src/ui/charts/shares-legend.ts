import type { LegendEntry } from './Legend.tsx';

export const BEFORE_AREA: LegendEntry = { label: 'in training', colour: 'var(--edge)', kind: 'area' };
export const NOW_AREA: LegendEntry = { label: 'now', colour: 'var(--accent)', kind: 'area' };

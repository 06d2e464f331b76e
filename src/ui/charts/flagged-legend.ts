import type { LegendEntry } from './Legend.tsx';

export const FLAGGED_SHARE_LINE: LegendEntry = { label: 'flagged', colour: 'var(--c-end)', kind: 'line' };
export const INTERVAL_AREA: LegendEntry = { label: '95 % interval', colour: 'var(--accent-soft)', kind: 'area' };
export const ALLOWED_AREA: LegendEntry = { label: 'allowed, at most', colour: 'var(--accent)', kind: 'dashed' };

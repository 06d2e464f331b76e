import { formatBytes, formatDuration, formatNumber } from '../base/format.ts';
import type { Unit } from './measure.ts';

/** `67,108,864`, `12 %`, `1.25 s`, `1.4 MB`, `1.4 MB/s`. */
export function measureText(value: number, unit: Unit): string {
  switch (unit) {
    case '':
      return formatNumber(value);
    case '%':
      return `${formatNumber(value)}\u00a0%`;
    case 'ms':
      return formatDuration(value);
    case 'bytes':
      return formatBytes(value);
    case 'bytes/s':
      return `${formatBytes(value)}/s`;
  }
}

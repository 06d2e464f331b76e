import type { Bytes, Milliseconds, Probability } from './units.ts';

/** Keeps a number and its unit on one line. */
const SPACE = '\u00a0';
/** Where a value does not exist. */
export const NOTHING = '–';

const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const ONE_DECIMAL = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const TWO_DIGITS = new Intl.NumberFormat('en', { maximumSignificantDigits: 2 });
const SIX_DIGITS = new Intl.NumberFormat('en', { maximumSignificantDigits: 6 });
const THREE_DIGITS = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** `1,234,567`; NaN is a dash. */
export function formatCount(count: number): string {
  return Number.isFinite(count) ? COUNT.format(count) : NOTHING;
}

/** `1 line`, `2 lines`. */
export function formatNumberOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** `12.3 %` of a share in [0, 1]. Only 0 and 1 themselves print as 0 % and 100 %: a few lost lines are not none. */
export function formatShare(share: number): string {
  if (Number.isNaN(share)) return NOTHING;
  if (share > 0 && share < 0.0001) return `<${SPACE}0.01${SPACE}%`;
  if (share > 0.9994 && share < 1) return `>${SPACE}99.9${SPACE}%`;
  const percent = share * 100;
  return `${(percent < 10 ? TWO_DIGITS : ONE_DECIMAL).format(percent)}${SPACE}%`;
}

/** `71 %`, `4.1 %`, `0.003 %`: two significant digits, down to what single precision can tell from zero. */
export function formatProbability(probability: Probability): string {
  if (Number.isNaN(probability)) return NOTHING;
  if (probability < 1e-7) return `<${SPACE}0.00001${SPACE}%`;
  if (probability >= 0.995 && probability < 1) return `>${SPACE}99${SPACE}%`;
  return `${TWO_DIGITS.format(probability * 100)}${SPACE}%`;
}

/** `2008-11-09 20:36:15` in UTC, with milliseconds where there are any; NaN is a dash. */
export function formatTime(time: Milliseconds): string {
  if (Number.isNaN(time)) return NOTHING;
  const [date = '', clock = ''] = new Date(time).toISOString().split('T');
  return `${date} ${clock.replace('Z', '').replace('.000', '')}`;
}

const DAY: Milliseconds = 86_400_000;

/** Whether all of these times lie on one day, in UTC. */
export function isOneDay(times: readonly Milliseconds[]): boolean {
  const [first] = times;
  return first === undefined || times.every((time) => Math.floor(time / DAY) === Math.floor(first / DAY));
}

/** `20:36:15` beside others of the same day, else `11-09 20:36`; NaN is a dash. */
export function shortTime(time: Milliseconds, oneDay: boolean): string {
  return Number.isNaN(time) ? NOTHING : formatTime(time).slice(oneDay ? 11 : 5, oneDay ? 19 : 16);
}

/** `67,108,864`, `0.25`, `1.23e-7`: at most six significant digits behind the whole part. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return NOTHING;
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-4 || size >= 1e15)) return value.toExponential(2);
  return (Number.isInteger(value) ? COUNT : SIX_DIGITS).format(value);
}

/** `350 ns`, `12 ms`, `1.25 s`, and from 10 s on as {@link formatSeconds}. */
export function formatDuration(duration: Milliseconds): string {
  const size = Math.abs(duration);
  if (size >= 9950) return formatSeconds(duration / 1000);
  if (size >= 1000) return `${THREE_DIGITS.format(duration / 1000)}${SPACE}s`;
  if (size >= 1 || duration === 0) return `${THREE_DIGITS.format(duration)}${SPACE}ms`;
  if (size >= 1e-3) return `${THREE_DIGITS.format(duration * 1e3)}${SPACE}µs`;
  return Number.isFinite(duration) ? `${THREE_DIGITS.format(duration * 1e6)}${SPACE}ns` : NOTHING;
}

const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** `742 bytes`, `1.4 MB`; powers of 1,000. */
export function formatBytes(bytes: Bytes): string {
  const unit = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** unit;
  return `${value < 100 ? THREE_DIGITS.format(value) : COUNT.format(value)}${SPACE}${UNITS[unit]}`;
}

/** `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatSeconds(seconds: number): string {
  if (!Number.isFinite(seconds)) return NOTHING;
  if (seconds < 9.95) return `${ONE_DECIMAL.format(seconds)}${SPACE}s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole}${SPACE}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}${SPACE}min ${whole % 60}${SPACE}s`;
  return `${COUNT.format(Math.floor(whole / 3600))}${SPACE}h ${Math.floor((whole % 3600) / 60)}${SPACE}min`;
}

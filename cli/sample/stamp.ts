/** Time stamps as programs write them; times are ms since 1970, shown in UTC. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAY = 24 * 3_600_000;
/** `00` to `59`. */
const SIXTY = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

/** `2024-03-11T10:15:02.123Z` */
export function isoStamp(time: number): string {
  return `${spacedStamp(time).replace(' ', 'T')}Z`;
}

/** `2024-03-11 10:15:02.123` */
export function spacedStamp(time: number): string {
  return `${dateOf(time)} ${clock(time, ':')}.${String(time % 1_000).padStart(3, '0')}`;
}

/** `240311 101502` */
export function compactStamp(time: number): string {
  const date = dateOf(time);
  return `${date.slice(2, 4)}${date.slice(5, 7)}${date.slice(8)} ${clock(time, '')}`;
}

/** `Mar 11 10:15:02`, the day padded with a space */
export function syslogStamp(time: number): string {
  const date = dateOf(time);
  return `${MONTHS[Number(date.slice(5, 7)) - 1]} ${String(Number(date.slice(8))).padStart(2)} ${clock(time, ':')}`;
}

let lastDay = Number.NaN;
let lastDate = '';

/** `2024-03-11`; remembered, since a log's lines share their day and formatting it took a quarter of all time. */
function dateOf(time: number): string {
  const day = Math.floor(time / DAY);
  if (day !== lastDay) {
    lastDay = day;
    lastDate = new Date(time).toISOString().slice(0, 10);
  }
  return lastDate;
}

function clock(time: number, separator: string): string {
  const seconds = Math.floor((time % DAY) / 1_000);
  const hours = SIXTY[Math.floor(seconds / 3_600)] ?? '';
  const minutes = SIXTY[Math.floor(seconds / 60) % 60] ?? '';
  return hours + separator + minutes + separator + (SIXTY[seconds % 60] ?? '');
}

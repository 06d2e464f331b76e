/** Time stamps as programs write them; times are ms since 1970, shown in UTC. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2024-03-11T10:15:02.123Z` */
export function isoStamp(time: number): string {
  return new Date(time).toISOString();
}

/** `2024-03-11 10:15:02.123` */
export function spacedStamp(time: number): string {
  return isoStamp(time).slice(0, -1).replace('T', ' ');
}

/** `240311 101502` */
export function compactStamp(time: number): string {
  const iso = isoStamp(time);
  return `${iso.slice(2, 10).replaceAll('-', '')} ${iso.slice(11, 19).replaceAll(':', '')}`;
}

/** `Mar 11 10:15:02`, the day padded with a space */
export function syslogStamp(time: number): string {
  const date = new Date(time);
  const day = String(date.getUTCDate()).padStart(2);
  return `${MONTHS[date.getUTCMonth()]} ${day} ${isoStamp(time).slice(11, 19)}`;
}

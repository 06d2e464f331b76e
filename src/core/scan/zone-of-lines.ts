import type { HeaderFormat } from './header-format.ts';
import { headerReader, lineBytes } from './header-reader.ts';
import { UPTIME } from './timestamp-program.ts';
import { TimestampReader } from './timestamp-reader.ts';
import { describeZone } from './zones.ts';

/**
 * The zones that times of a log are in, for people: `UTC+02:00`, `UTC (assumed)` where times name none; empty without times.
 *
 * @param lines with the header, for example
 */
export function zoneOfLines(lines: readonly string[], header: HeaderFormat): string {
  const format = header.columns[header.timeColumn]?.format;
  if (format === undefined) return '';
  if (format === UPTIME) return 'since the machine started';
  if (format.startsWith('epoch')) return 'UTC';
  const reader = headerReader(header);
  const times = new TimestampReader(format);
  const zones = new Set<string>();
  for (const line of lines) {
    const bytes = lineBytes(line);
    const start = reader.read(bytes, 0) ? (reader.spans[2 * header.timeColumn] ?? -1) : -1;
    if (start < 0 || Number.isNaN(times.read(bytes, start, bytes.length))) continue;
    zones.add(describeZone(times.zoneStart < 0 ? '' : line.slice(times.zoneStart, times.end)));
  }
  return [...zones].join(', ');
}

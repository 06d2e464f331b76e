import type { HeaderFormat } from './header-format.ts';
import { headerReader, lineBytes } from './header-reader.ts';
import { UPTIME } from './timestamp-program.ts';
import { TimestampReader } from './timestamp-reader.ts';
import { describeZone, isAmbiguousZone } from './zones.ts';

/** How the times of a log are to be read. */
export interface LogClock {
  /** `uptime`: times count from when the machine started. */
  readonly counts: 'utc' | 'uptime';
  /** For people, what the log says of its zones; empty where it writes UTC, or has no times. */
  readonly zone: string;
}

/** @param lines with the header, for example */
export function clockOfLines(lines: readonly string[], header: HeaderFormat): LogClock {
  const format = header.columns[header.timeColumn]?.format;
  if (format === UPTIME) return { counts: 'uptime', zone: '' };
  const isSaid = format === undefined || format.startsWith('epoch');
  return { counts: 'utc', zone: isSaid ? '' : zoneNote(zonesIn(lines, header, format)) };
}

/** As they stand behind the times, empty where a time has none. */
function zonesIn(lines: readonly string[], header: HeaderFormat, format: string): ReadonlySet<string> {
  const reader = headerReader(header);
  const times = new TimestampReader(format);
  const zones = new Set<string>();
  for (const line of lines) {
    const bytes = lineBytes(line);
    const start = reader.read(bytes, 0) ? (reader.spans[2 * header.timeColumn] ?? -1) : -1;
    if (start < 0 || Number.isNaN(times.read(bytes, start, bytes.length))) continue;
    zones.add(times.zoneStart < 0 ? '' : line.slice(times.zoneStart, times.end));
  }
  return zones;
}

function zoneNote(zones: ReadonlySet<string>): string {
  const texts = [...zones].filter((text) => text !== '');
  const written = [...new Set(texts.filter((text) => !isAmbiguousZone(text)).map(describeZone))];
  const notes = texts.filter(isAmbiguousZone).map((text) => `${text} may be several zones, read as UTC`);
  if (written.some((zone) => zone !== 'UTC')) notes.unshift(`the log writes ${written.join(' and ')}`);
  if (zones.has('')) notes.push(texts.length === 0 ? 'the log names no zone' : 'some times name no zone');
  return notes.join('; ');
}

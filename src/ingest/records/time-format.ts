import { lineBytes } from '../../core/scan/header-reader.ts';
import { closestFormat, TimestampRecogniser } from '../../core/scan/timestamp-formats.ts';

export interface TimeFormat {
  /** As `compileTimestamp` reads it. */
  readonly format: string;
  /** Of the values, the part that are times, in [0, 1]. */
  readonly share: number;
}

/** The format that values as a whole have; undefined where none is a time. */
export function timeFormatOf(
  values: readonly string[],
  recogniser = new TimestampRecogniser(),
): TimeFormat | undefined {
  const counts = new Map<string, number>();
  const places = values.map((value) => ({ bytes: lineBytes(value), start: 0 }));
  for (const { bytes } of places) {
    const time = recogniser.at(bytes, 0, bytes.length - 1);
    if (time?.end === bytes.length - 1) counts.set(time.format, (counts.get(time.format) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  if (best === undefined) return undefined;
  const timed = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { format: closestFormat(places, best[0]), share: timed / values.length };
}

/** A date with the time of day says most, then a count of seconds, then one of both. */
export function worthOfFormat(format: string): number {
  if (format.startsWith('epoch')) return 2;
  return /D.*s/.test(format) ? 3 : 1;
}

import type { Bytes } from '../core/base/units.ts';
import type { LogFormat } from '../ingest/records/format-candidate.ts';
import type { TextSource } from '../ingest/text-source.ts';

/** A file and how it is read. */
export interface FormattedText extends TextSource {
  readonly format: LogFormat;
}

export function formatted(text: TextSource, format: LogFormat): FormattedText {
  return { ...text, records: format.records, format };
}

/** Each format once, the one that most bytes have first. */
export function formatsOf(texts: readonly FormattedText[]): LogFormat[] {
  const bytes = new Map<LogFormat, Bytes>();
  for (const { format, source } of texts) bytes.set(format, (bytes.get(format) ?? 0) + source.size);
  return [...bytes].sort((a, b) => b[1] - a[1]).map(([format]) => format);
}

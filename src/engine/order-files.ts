import type { Milliseconds } from '../core/base/units.ts';
import { LogScanner } from '../core/scan/log-scanner.ts';
import { datePartsOf } from '../core/scan/resolve-times.ts';
import { decodeUtf8 } from '../ingest/decode.ts';
import { fileOrder } from '../ingest/file-order.ts';
import { readLog } from '../ingest/read-log.ts';
import type { FormattedText } from './formatted-text.ts';
import type { ReadOutcome } from './scan.api.ts';

/** The first line with a time stands in them, or the file counts as one without. */
const HEAD_BYTES = 65_536;

/** Files in the order of their first times, as far as their headers date lines; see {@link fileOrder}. */
export async function orderFiles(texts: readonly FormattedText[]): Promise<ReadOutcome<readonly FormattedText[]>> {
  if (texts.length < 2) return { ok: true, value: texts };
  const files: { name: string; size: number; firstTime: Milliseconds | undefined }[] = [];
  for (const text of texts) {
    const firstTime = await firstTimeIn(text);
    if (!firstTime.ok) return firstTime;
    files.push({ name: text.source.name, size: text.source.size, firstTime: firstTime.value });
  }
  return { ok: true, value: fileOrder(files).map((place) => texts[place] as FormattedText) };
}

/** Times without a year, or without a date, do not say which file came first. */
async function firstTimeIn(text: FormattedText): Promise<ReadOutcome<Milliseconds | undefined>> {
  const { header } = text.format;
  if (header.timeColumn < 0 || datePartsOf(header) !== 'date') return { ok: true, value: undefined };
  const scanner = new LogScanner({ header, identifiers: [], decode: decodeUtf8 });
  const head = { file: 0, from: 0, to: Math.min(HEAD_BYTES, text.source.size) };
  const read = await readLog([text], scanner, {}, [head]);
  if (!read.ok) return read;
  const { time, datedLines } = scanner.finish();
  return { ok: true, value: datedLines === 0 ? undefined : time.at(0) };
}

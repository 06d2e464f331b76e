import type { IdentifierRule } from '../core/scan/identifier-rule.ts';
import { joinLogs } from '../core/scan/join/join-logs.ts';
import type { ScannedLog } from '../core/scan/scanned-log.ts';
import { ruleFor } from '../core/scan/several-headers.ts';
import type { LogFormat } from '../ingest/records/format-candidate.ts';
import type { FormattedText } from './formatted-text.ts';
import type { ReadOutcome } from './scan.api.ts';
import { type ScanLogOptions, scanLog } from './scan-log.ts';

/**
 * Reads log files into columns, each by its own format.
 *
 * @param formats of the files, each once
 * @param rules of all formats together, see `columnsOfAll`
 */
export async function scanFormats(
  texts: readonly FormattedText[],
  formats: readonly LogFormat[],
  rules: readonly IdentifierRule[],
  { onProgress, ...options }: ScanLogOptions,
): Promise<ReadOutcome<ScannedLog>> {
  const bytesTotal = texts.reduce((sum, { source }) => sum + source.size, 0);
  const logs: ScannedLog[] = [];
  let bytes = 0;
  let lines = 0;
  for (const format of formats) {
    const own = texts.filter((text) => text.format === format);
    const program = { header: format.header, identifiers: rules.map((rule) => ruleFor(rule, format.header)) };
    const [bytesBefore, linesBefore] = [bytes, lines];
    const scanned = await scanLog(own, program, {
      ...options,
      onProgress: (done) =>
        onProgress?.({ bytesDone: bytesBefore + done.bytesDone, bytesTotal, lines: linesBefore + done.lines }),
    });
    if (!scanned.ok) return scanned;
    bytes += own.reduce((sum, { source }) => sum + source.size, 0);
    lines += scanned.value.lines;
    logs.push(scanned.value);
  }
  const [first, ...others] = logs;
  if (first === undefined) throw new RangeError('A log has a format at least');
  const order = texts.map(({ format }) => formats.indexOf(format));
  return { ok: true, value: others.length === 0 ? first : joinLogs(logs, order) };
}

import { openLog } from '../src/engine/open-log.ts';
import { describeTemplates, keyLog } from '../src/engine/templates.ts';
import type { ByteSource } from '../src/ingest/byte-source.ts';
import { sniff } from '../src/ingest/sniff.ts';
import type { ParsedLine } from './parsing-accuracy.ts';

/**
 * Mines a log as the product does, without settings.
 *
 * @returns one entry a line; undefined where the file is no log
 */
export async function parseLog(source: ByteSource): Promise<ParsedLine[] | undefined> {
  const sniffed = await sniff(source);
  if (!sniffed.ok) return undefined;
  const opened = await openLog([sniffed.text], 'auto', {});
  if (!opened.ok) return undefined;
  const keyed = keyLog(opened.value.scanned);
  const templates = await describeTemplates(keyed, opened.value.contentOf);
  return Array.from(keyed.keyOfLine, (key) => ({ group: key, template: templates[key]?.text ?? '' }));
}

import { type ClassicSettings, makeClassicReader } from '../src/core/drain/classic/classic-reader.ts';
import { ClassicScanner } from '../src/core/drain/classic/classic-scanner.ts';
import { classicTexts, keyClassicLog } from '../src/engine/classic-log.ts';
import type { ByteSource } from '../src/ingest/byte-source.ts';
import { compilePattern } from '../src/ingest/compile-pattern.ts';
import { plainText } from '../src/ingest/decode.ts';
import { sniff } from '../src/ingest/sniff.ts';
import type { ParsedLine } from './parsing-accuracy.ts';

/**
 * Mines a log with Drain as published.
 *
 * @returns one entry a line; a sentence where the file is no log or the settings cannot be used
 */
export async function parseClassic(source: ByteSource, settings: ClassicSettings): Promise<ParsedLine[] | string> {
  const sniffed = await sniff(source);
  if (!sniffed.ok) return `${source.name} cannot be read as a log.`;
  const made = makeClassicReader(settings, compilePattern);
  if (!made.ok) return made.message;
  const scanner = new ClassicScanner(made.reader, plainText);
  scanner.beginFile(source.name, source.size, sniffed.text.lineEnd);
  scanner.push(await source.read(0, source.size));
  const lines = scanner.finish();
  const keyed = keyClassicLog(lines, settings);
  const texts = classicTexts(keyed);
  return Array.from(keyed.keyOfLine, (key) => ({ group: key, template: texts[key] ?? '' }));
}

import { detectHeader } from '../src/core/scan/detect-header.ts';
import { LogScanner } from '../src/core/scan/log-scanner.ts';
import { splitLines } from '../src/core/scan/split-line.ts';
import { describeTemplates, keyLog } from '../src/engine/templates.ts';
import type { ParsedLine } from './parsing-accuracy.ts';

/** Lines the header is learnt from, spread over the log. */
const HEADER_LINES = 1000;

/**
 * Mines a log as the product does, without settings.
 *
 * @returns one entry a line; a blank line is a group of its own kind, with an empty template
 */
export async function parseLog(bytes: Uint8Array): Promise<ParsedLine[]> {
  const decoder = new TextDecoder();
  const lines = decoder.decode(bytes).split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  const step = Math.max(1, lines.length / HEADER_LINES);
  const sampled = Array.from(
    { length: Math.min(lines.length, HEADER_LINES) },
    (_, i) => lines[Math.floor(i * step)] ?? '',
  );
  const header = detectHeader(sampled);

  const scanner = new LogScanner({ header, identifiers: [], decode: (text) => decoder.decode(text) });
  scanner.beginFile('log', bytes.length);
  scanner.push(bytes);
  const keyed = keyLog(scanner.finish());
  const contentOf = (wanted: readonly number[]) => {
    const raw = wanted.map((line) => lines[line] ?? '');
    return Promise.resolve(splitLines(raw, header).map(({ content }, i) => raw[i]?.slice(content) ?? ''));
  };
  const templates = await describeTemplates(keyed, contentOf);
  return Array.from(keyed.keyOfLine, (key) => ({ group: key, template: templates[key]?.text ?? '' }));
}

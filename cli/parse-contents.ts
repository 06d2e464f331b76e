import { displayText } from '../src/core/drain/display-text.ts';
import { keyLines } from '../src/core/drain/key-lines.ts';
import { mineTemplates } from '../src/core/drain/mine.ts';
import type { Signature } from '../src/core/scan/scanned-log.ts';
import { tokenize } from '../src/core/scan/tokens.ts';
import type { ParsedLine } from './parsing-accuracy.ts';

/** Mines the contents of lines, headers already cut off. */
export function parseContents(contents: readonly string[]): ParsedLine[] {
  const signatures: (Signature & { count: number })[] = [];
  const idOfText = new Map<string, number>();
  const signature = Int32Array.from(contents, (content, line) => {
    const tokens = tokenize(content);
    const text = tokens.join(' ');
    const id = idOfText.get(text) ?? signatures.push({ tokens, count: 0, firstLine: line }) - 1;
    idOfText.set(text, id);
    (signatures[id] as { count: number }).count++;
    return id;
  });
  const { miner, keyOfSignature } = mineTemplates(signatures);
  const lines = keyLines(signature, keyOfSignature, miner.templates.length);
  const contentOf = (line: number | undefined) => contents[line ?? -1] ?? '';
  const texts = miner.templates.map((tokens, key) => {
    const others = lines.count[key] === 1 ? [] : [contentOf(lines.middle[key]), contentOf(lines.last[key])];
    return displayText(contentOf(lines.first[key]), tokens, others);
  });
  return Array.from(signature, (id) => {
    const key = keyOfSignature[id] as number;
    return { group: key, template: texts[key] ?? '' };
  });
}

import type { LogKey } from '../core/base/brand.ts';
import { type WordTemplate, wordTemplates } from '../core/drain/word-templates.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { GroupedLog } from './grouped-log.ts';
import type { OpenedLog } from './opened-log.ts';
import { readContents } from './parameters.ts';

/** Kinds of lines that are read back, those with most lines first. */
const MOST_READ = 20_000;
/** Read back at once. */
const CHUNK = 1000;

/** The templates as words set apart by white space, from one line of each kind, read back from the file. */
export async function readWordTemplates(
  log: OpenedLog,
  { keyed, templates }: Pick<GroupedLog, 'keyed' | 'templates'>,
): Promise<Outcome<readonly WordTemplate[]>> {
  if (log.classic !== undefined) {
    return { ok: true, value: templates.map(({ key, text, count }) => ({ key, words: wordsOf(text), lines: count })) };
  }
  const kinds = [...log.scanned.signatures]
    .filter(({ firstLine }) => (keyed.keyOfLine[firstLine] ?? -1) >= 0)
    .sort((a, b) => b.count - a.count || a.firstLine - b.firstLine)
    .slice(0, MOST_READ);
  const samples: { key: LogKey; content: string; lines: number }[] = [];
  for (let from = 0; from < kinds.length; from += CHUNK) {
    const chunk = kinds.slice(from, from + CHUNK);
    const contents = await readContents(
      log,
      chunk.map(({ firstLine }) => firstLine),
    );
    if (!contents.ok) return contents;
    chunk.forEach(({ firstLine, count }, index) => {
      const key = keyed.keyOfLine[firstLine] as LogKey;
      samples.push({ key, content: contents.value[index] ?? '', lines: count });
    });
  }
  return { ok: true, value: wordTemplates(samples, (key) => templates[key]?.tokens ?? []) };
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');

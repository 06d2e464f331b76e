import type { LogKey } from '../core/base/brand.ts';
import { type WordTemplate, wordTemplates } from '../core/drain/word-templates.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { GroupedLog } from './grouped-log.ts';
import type { OpenedLog } from './opened-log.ts';
import { sampledContents } from './sampled-contents.ts';

/** The templates as words set apart by white space, from one line of each kind, read back from the file. */
export async function readWordTemplates(
  log: OpenedLog,
  { keyed, templates }: Pick<GroupedLog, 'keyed' | 'templates'>,
): Promise<Outcome<readonly WordTemplate[]>> {
  if (log.classic !== undefined) {
    return { ok: true, value: templates.map(({ key, text, count }) => ({ key, words: wordsOf(text), lines: count })) };
  }
  const { keyOfLine } = keyed;
  const sampled = await sampledContents(log, ({ firstLine }) => (keyOfLine[firstLine] ?? -1) >= 0);
  if (!sampled.ok) return sampled;
  const samples = sampled.value.map(({ kind: { firstLine, count }, content }) => ({
    key: keyOfLine[firstLine] as LogKey,
    content,
    lines: count,
  }));
  return { ok: true, value: wordTemplates(samples, (key) => templates[key]?.tokens ?? []) };
}

const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== '');

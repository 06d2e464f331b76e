import { readFile } from 'node:fs/promises';

/** One session a line, as space-separated integer keys; a sentence where the file is something else. */
export async function readKeySequences(path: string): Promise<readonly (readonly number[])[] | string> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return `${path} cannot be read.`;
  const sessions: number[][] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const words = line
      .trim()
      .split(/\s+/)
      .filter((word) => word !== '');
    const keys = words.map(Number);
    const odd = keys.findIndex((key) => !Number.isSafeInteger(key));
    if (odd >= 0) return `${path}, line ${index + 1}: "${words[odd]?.slice(0, 40)}" is no integer key.`;
    if (keys.length > 0) sessions.push(keys);
  }
  return sessions.length > 0 ? sessions : `${path} holds no sessions.`;
}

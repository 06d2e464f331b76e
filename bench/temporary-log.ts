import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateLog } from '../cli/sample/generate.ts';
import { hdfs } from '../cli/sample/kinds/hdfs.ts';
import { TextFile } from '../cli/sample/text-file.ts';
import { createRandom, type Random } from '../src/core/base/random.ts';

/** Exit status of a program that was told to stop. */
const INTERRUPTED = 130;
const WORDS = 8;
const LETTERS = { min: 5, more: 5 };
const A = 97;

/** Writes a log to the system's temporary folder, hands its path to `use`, and removes it whatever happens, Ctrl+C too. */
export async function withTemporaryLog<T>(
  write: (line: (text: string) => void) => void,
  use: (path: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'deeplog-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const interrupted = () => {
    remove();
    process.exit(INTERRUPTED);
  };
  process.once('SIGINT', interrupted);
  try {
    const path = join(folder, 'bench.log');
    const file = new TextFile(path);
    write((text) => file.line(text));
    file.close();
    return await use(path);
  } finally {
    process.off('SIGINT', interrupted);
    remove();
  }
}

/** HDFS-like lines, about 128 bytes each; always the same ones. */
export function hdfsLines(lines: number): (line: (text: string) => void) => void {
  const label = () => undefined;
  return (line) => generateLog(hdfs, { lines, anomalies: 0.01, seed: 1 }, { line, label });
}

/** The worst case of a template miner: each line is a statement of its own, random words behind a common header. */
export function unrelatedLines(lines: number): (line: (text: string) => void) => void {
  return (line) => {
    const random = createRandom(1);
    for (let i = 0; i < lines; i++) {
      const words = Array.from({ length: WORDS }, () => word(random));
      line(`081109 203518 ${i % 200} INFO dfs.DataNode: ${words.join(' ')}`);
    }
  };
}

function word(random: Random): string {
  const length = LETTERS.min + Math.floor(LETTERS.more * random.uniform());
  return String.fromCharCode(...Array.from({ length }, () => A + Math.floor(26 * random.uniform())));
}

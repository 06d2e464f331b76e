import type { Outcome } from '../core/report/problem.ts';
import type { Signature } from '../core/scan/scanned-log.ts';
import type { OpenedLog } from './opened-log.ts';
import { readContents } from './parameters.ts';

/** Kinds of lines that are read back, those with most lines first. */
const MOST_READ = 20_000;
/** Read back at once. */
const CHUNK = 1000;

/** A content for each kind of line, read back from the file. @param wanted all kinds where it is left out */
export async function sampledContents(
  log: OpenedLog,
  wanted: (kind: Signature) => boolean = () => true,
): Promise<Outcome<readonly { readonly kind: Signature; readonly content: string }[]>> {
  const kinds = [...log.scanned.signatures]
    .filter(wanted)
    .sort((a, b) => b.count - a.count || a.firstLine - b.firstLine)
    .slice(0, MOST_READ);
  const samples: { kind: Signature; content: string }[] = [];
  for (let from = 0; from < kinds.length; from += CHUNK) {
    const chunk = kinds.slice(from, from + CHUNK);
    const contents = await readContents(
      log,
      chunk.map(({ firstLine }) => firstLine),
    );
    if (!contents.ok) return contents;
    chunk.forEach((kind, index) => {
      samples.push({ kind, content: contents.value[index] ?? '' });
    });
  }
  return { ok: true, value: samples };
}

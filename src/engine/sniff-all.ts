import type { Outcome } from '../core/report/problem.ts';
import type { ByteSource } from '../ingest/byte-source.ts';
import { sniff, type TextSource } from '../ingest/sniff.ts';
import { NO_FILES, readProblem } from './read-problems.ts';

/** Whether all of the chosen files are text, and how their lines end. */
export async function sniffAll(sources: readonly ByteSource[]): Promise<Outcome<TextSource[]>> {
  if (sources.length === 0) return { ok: false, problem: NO_FILES };
  const texts: TextSource[] = [];
  for (const source of sources) {
    const result = await sniff(source);
    if (result.ok) texts.push(result.text);
    else if (result.problem.kind !== 'cancelled') return { ok: false, problem: readProblem(result.problem) };
  }
  return { ok: true, value: texts };
}

import type { LeftOut } from '../core/report/log-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { ByteSource } from '../ingest/byte-source.ts';
import { textInUtf8 } from '../ingest/encodings/in-utf8.ts';
import { fileOrder } from '../ingest/file-order.ts';
import type { ReadProblem } from '../ingest/read-problem.ts';
import { type SniffChoices, sniff } from '../ingest/sniff.ts';
import type { EncodedText, TextSource } from '../ingest/text-source.ts';
import type { SpillStore } from '../ingest/unpack/spill.ts';
import type { ReadProgress } from './data.api.ts';
import { leftOut, NO_FILES, readProblem } from './read-problems.ts';

export interface SniffOptions extends SniffChoices {
  /** Takes what is not written in UTF-8. */
  readonly spills: SpillStore;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Omit<ReadProgress, 'seconds'>) => void) | undefined;
}

/** The text among the chosen files. */
export interface SniffedFiles {
  readonly texts: readonly TextSource[];
  /** What they are written in, each encoding once. */
  readonly encodings: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** Finds out which of the chosen files are text, and gives it in UTF-8. Some that are none or cannot be read are left out, unless all are. */
export async function sniffAll(
  sources: readonly ByteSource[],
  { spills, signal, onProgress, ...choices }: SniffOptions,
): Promise<Outcome<SniffedFiles> | 'cancelled'> {
  const found: EncodedText[] = [];
  const refused: Refusal[] = [];
  for (const place of fileOrder(sources)) {
    const source = sources[place] as ByteSource;
    const result = await sniff(source, choices);
    if (result.ok) found.push(result.text);
    else if (isRefusal(result.problem)) refused.push(result.problem);
    else return ended(result.problem);
  }
  const [first] = refused;
  if (found.length === 0) return { ok: false, problem: first === undefined ? NO_FILES : readProblem(first) };
  const texts: TextSource[] = [];
  for (const encoded of found) {
    const decoding = encoded.source.name;
    const result = await textInUtf8(encoded, spills, {
      signal,
      onProgress: (progress) => onProgress?.({ ...progress, decoding }),
    });
    if (!result.ok) return ended(result.problem);
    texts.push(result.text);
  }
  const encodings = [...new Set(found.map(({ encoding }) => encoding))].sort();
  return { ok: true, value: { texts, encodings, leftOut: refused.map(leftOut) } };
}

type Refusal = Extract<ReadProblem, { kind: 'empty' | 'binary' | 'compressed' | 'unreadable' | 'changed' }>;

const REFUSALS: ReadonlySet<string> = new Set<Refusal['kind']>([
  'empty',
  'binary',
  'compressed',
  'unreadable',
  'changed',
]);

function isRefusal(problem: ReadProblem): problem is Refusal {
  return REFUSALS.has(problem.kind);
}

function ended(problem: ReadProblem): Outcome<never> | 'cancelled' {
  return problem.kind === 'cancelled' ? 'cancelled' : { ok: false, problem: readProblem(problem) };
}

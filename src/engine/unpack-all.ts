import type { LeftOut } from '../core/report/log-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { ByteSource } from '../ingest/byte-source.ts';
import type { ReadProblem } from '../ingest/read-problem.ts';
import type { SpillStore } from '../ingest/unpack/spill.ts';
import { type UnpackOptions, unpack } from '../ingest/unpack/unpack.ts';
import type { ReadProgress } from './data.api.ts';
import { leftOut, MOST_FILES, readProblem, TOO_MANY_FILES } from './read-problems.ts';
import { withoutCopies } from './without-copies.ts';

export interface UnpackAllOptions extends Omit<UnpackOptions, 'onProgress'> {
  readonly onProgress?: ((progress: Omit<ReadProgress, 'seconds'>) => void) | undefined;
}

export interface UnpackedFiles {
  readonly sources: readonly ByteSource[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The files that the chosen ones hold, in their order; those that are no archives as they are. What was given twice, cannot be
 * read or not be unpacked is left out, unless nothing is left.
 */
export async function unpackAll(
  sources: readonly ByteSource[],
  spills: SpillStore,
  { onProgress, ...options }: UnpackAllOptions,
): Promise<Outcome<UnpackedFiles> | 'cancelled'> {
  if (sources.length > MOST_FILES) return { ok: false, problem: TOO_MANY_FILES };
  const given = await withoutCopies(sources);
  const files: ByteSource[] = [];
  const refused: Refusal[] = [];
  for (const source of given.sources) {
    const result = await unpack(source, spills, {
      ...options,
      onProgress: (progress) => onProgress?.({ ...progress, unpacking: source.name }),
    });
    if (result.ok) files.push(...result.sources);
    else if (result.problem.kind === 'cancelled') return 'cancelled';
    else if (isRefusal(result.problem)) refused.push(result.problem);
    else return { ok: false, problem: readProblem(result.problem) };
  }
  const [first] = refused;
  if (first !== undefined && files.length === 0) return { ok: false, problem: readProblem(first) };
  return { ok: true, value: { sources: files, leftOut: [...given.leftOut, ...refused.map(leftOut)] } };
}

type Refusal = Extract<
  ReadProblem,
  { kind: 'compressed' | 'truncated' | 'damaged' | 'empty' | 'unreadable' | 'changed' }
>;

const REFUSALS: ReadonlySet<string> = new Set<Refusal['kind']>([
  'compressed',
  'truncated',
  'damaged',
  'empty',
  'unreadable',
  'changed',
]);

function isRefusal(problem: ReadProblem): problem is Refusal {
  return REFUSALS.has(problem.kind);
}

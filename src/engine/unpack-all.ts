import type { LeftOut } from '../core/report/log-report.ts';
import type { Outcome } from '../core/report/problem.ts';
import type { ByteSource } from '../ingest/byte-source.ts';
import type { ReadProblem } from '../ingest/read-problem.ts';
import type { SpillStore } from '../ingest/unpack/spill.ts';
import { type UnpackOptions, unpack } from '../ingest/unpack/unpack.ts';
import type { ReadProgress } from './data.api.ts';
import { leftOut, readProblem } from './read-problems.ts';

export interface UnpackAllOptions extends Omit<UnpackOptions, 'onProgress'> {
  readonly onProgress?: ((progress: Omit<ReadProgress, 'seconds'>) => void) | undefined;
}

export interface UnpackedFiles {
  readonly sources: readonly ByteSource[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The files that the chosen ones hold, in their order; those that are no archives as they are. Archives that cannot be
 * unpacked are left out where others can.
 */
export async function unpackAll(
  sources: readonly ByteSource[],
  spills: SpillStore,
  { onProgress, ...options }: UnpackAllOptions,
): Promise<Outcome<UnpackedFiles> | 'cancelled'> {
  const files: ByteSource[] = [];
  const refused: Refusal[] = [];
  for (const source of sources) {
    const result = await unpack(source, spills, {
      ...options,
      onProgress: (progress) => onProgress?.({ ...progress, unpacking: source.name }),
    });
    if (result.ok) files.push(...result.sources);
    else if (result.problem.kind === 'cancelled') return 'cancelled';
    else if (isBadArchive(result.problem)) refused.push(result.problem);
    else return { ok: false, problem: readProblem(result.problem) };
  }
  const [first] = refused;
  if (first !== undefined && files.length === 0) return { ok: false, problem: readProblem(first) };
  return { ok: true, value: { sources: files, leftOut: refused.map(leftOut) } };
}

type Refusal = Extract<ReadProblem, { kind: 'compressed' | 'truncated' | 'damaged' | 'empty' }>;

function isBadArchive(problem: ReadProblem): problem is Refusal {
  const { kind } = problem;
  return kind === 'compressed' || kind === 'truncated' || kind === 'damaged' || kind === 'empty';
}

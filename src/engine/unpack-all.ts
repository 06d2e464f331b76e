import type { Outcome } from '../core/report/problem.ts';
import type { ByteSource } from '../ingest/byte-source.ts';
import type { SpillStore } from '../ingest/unpack/spill.ts';
import { type UnpackOptions, unpack } from '../ingest/unpack/unpack.ts';
import type { ReadProgress } from './data.api.ts';
import { readProblem } from './read-problems.ts';

export interface UnpackAllOptions extends Omit<UnpackOptions, 'onProgress'> {
  readonly onProgress?: ((progress: Omit<ReadProgress, 'seconds'>) => void) | undefined;
}

/** The files that the chosen ones hold, in their order; those that are no archives as they are. */
export async function unpackAll(
  sources: readonly ByteSource[],
  spills: SpillStore,
  { onProgress, ...options }: UnpackAllOptions,
): Promise<Outcome<ByteSource[]> | 'cancelled'> {
  const files: ByteSource[] = [];
  for (const source of sources) {
    const result = await unpack(source, spills, {
      ...options,
      onProgress: (progress) => onProgress?.({ ...progress, unpacking: source.name }),
    });
    if (result.ok) files.push(...result.sources);
    else if (result.problem.kind === 'cancelled') return 'cancelled';
    else return { ok: false, problem: readProblem(result.problem) };
  }
  return { ok: true, value: files };
}

import { addLog } from '../../src/app/add-log.ts';
import type { PipelineListener, Threads } from '../../src/app/pipeline.ts';
import type { Settings } from '../../src/app/state.ts';
import type { Mark } from '../../src/core/detect/marks/mark.ts';
import type { Outcome } from '../../src/core/report/problem.ts';

/** The file of the detector in use with the log that it scored. @param marks that go along */
export async function detectorWithLog(
  threads: Threads,
  settings: Settings,
  marks: readonly Mark[],
  listener: PipelineListener,
): Promise<Outcome<Uint8Array<ArrayBuffer>>> {
  const added = await addLog(threads, settings, { name: 'detector.deeplog', marks }, listener);
  return added.ok ? { ok: true, value: await threads.data.saveDetector(undefined, marks) } : added;
}

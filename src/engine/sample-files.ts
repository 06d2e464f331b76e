import { readSlice } from '../ingest/read-slice.ts';
import type { FormatSample } from '../ingest/records/format-candidate.ts';
import { sampleLines, threeRuns } from '../ingest/sample-lines.ts';
import type { TextSource } from '../ingest/text-source.ts';
import type { ReadOutcome } from './scan.api.ts';

/** What is kept of all files together, and of each at least. */
const SAMPLE_LINES = 20_000;
const LEAST_LINES = 30;
const HEAD_BYTES = 256 * 1024;
const ALL_HEAD_BYTES = 64 * 1024 * 1024;
const LEAST_HEAD_BYTES = 4096;

/** What the formats of files are found by. @returns undefined for files with blank lines only; a problem where all are */
export async function sampleFiles(
  texts: readonly TextSource[],
): Promise<ReadOutcome<readonly (FormatSample | undefined)[]>> {
  const most = Math.max(LEAST_LINES, Math.ceil(SAMPLE_LINES / texts.length));
  const headBytes = Math.max(LEAST_HEAD_BYTES, Math.min(HEAD_BYTES, Math.floor(ALL_HEAD_BYTES / texts.length)));
  const samples: (FormatSample | undefined)[] = [];
  let blank: ReadOutcome<never> | undefined;
  for (const text of texts) {
    const sampled = await sampleLines(text);
    if (!sampled.ok && sampled.problem.kind !== 'blank') return sampled;
    if (!sampled.ok) {
      blank ??= sampled;
      samples.push(undefined);
      continue;
    }
    const { size } = text.source;
    const head = await readSlice(text.source, 0, Math.min(headBytes, size));
    if (!head.ok) return head;
    samples.push({ lines: threeRuns(sampled.lines, most), head: head.bytes, isWhole: size <= headBytes });
  }
  return blank !== undefined && samples.every((sample) => sample === undefined) ? blank : { ok: true, value: samples };
}

import type { ScanPart } from '../core/scan/scan-part.ts';
import { type ByteSource, blobSource, type Stretch } from '../ingest/byte-source.ts';
import { excerptSource } from '../ingest/excerpt.ts';
import type { ScanApi, SharedFile } from './scan.api.ts';
import { countWordsOfPart, scanPart } from './scan-part.ts';

/** How a thread hands buffers over, instead of copying them. */
export type HandOver = <T extends object>(value: T, buffers: ArrayBuffer[]) => T;

/** What a thread of a scan pool offers. */
export function scanThread(open: (file: SharedFile) => ByteSource, handOver: HandOver): ScanApi {
  const sourceOf = (file: SharedFile) =>
    file.stretches === undefined ? open(file) : excerptSource(open(wholeOf(file, file.stretches)), file.stretches);
  const textsOf = (files: readonly SharedFile[]) =>
    files.map((file) => ({ source: sourceOf(file), lineEnd: file.lineEnd, records: file.records }));
  return {
    scan: async ({ files, ranges, task }, onProgress) => {
      const outcome = await scanPart(textsOf(files), ranges, task, { onProgress });
      return outcome.ok && outcome.value !== undefined ? handOver(outcome, buffersOf(outcome.value)) : outcome;
    },
    countWords: async ({ files, ranges, task }, onProgress) => {
      const outcome = await countWordsOfPart(textsOf(files), ranges, task, { onProgress });
      return outcome.ok ? handOver(outcome, plainBuffers([outcome.value])) : outcome;
    },
  };
}

/** The file that an excerpt is of, as far as it is read. */
function wholeOf(file: SharedFile, stretches: readonly Stretch[]): SharedFile {
  return { ...file, size: stretches.at(-1)?.to ?? 0, stretches: undefined };
}

/** A file as the browser shares it. */
export function openBlob({ name, origin }: SharedFile): ByteSource {
  if (typeof origin === 'string') throw new TypeError(`${name} is no blob`);
  return blobSource(origin, name);
}

/** All buffers of a part's columns; no two columns share one. */
function buffersOf(part: ScanPart): ArrayBuffer[] {
  const { signature, time, start, severity, numbers, replacedLines, sketches, identifiers } = part;
  const blocks = [signature, time, start, severity, ...identifiers.map(({ first }) => first)].flat();
  const plain = [...numbers, replacedLines, sketches?.registers, sketches?.at, ...identifiers.map(({ more }) => more)];
  return plainBuffers([...blocks.map(({ values }) => values), ...plain]);
}

function plainBuffers(arrays: readonly (ArrayBufferView | undefined)[]): ArrayBuffer[] {
  return arrays.flatMap((array) => (array?.buffer instanceof ArrayBuffer ? [array.buffer] : []));
}

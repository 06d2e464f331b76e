import { ByteReader } from './byte-reader.ts';
import { gunzip } from './gunzip.ts';
import { gzipMembers } from './gzip-members.ts';
import { PackedFile } from './packed-file.ts';
import { sourceOf } from './unpack.fixture.ts';

/** What is unpacked before the end or a failure, and that failure. */
export interface Outcome {
  readonly text: string;
  readonly failure: string;
}

export const gunzipped = (packed: Uint8Array) => outcomeOf(gunzip(new PackedFile(sourceOf(packed, 'a.gz'))));

/** By the project's own code alone. */
export const gunzippedExactly = (packed: Uint8Array) =>
  outcomeOf(gzipMembers(new ByteReader(new PackedFile(sourceOf(packed, 'a.gz')).blocks(1000))));

async function outcomeOf(pieces: AsyncIterable<Uint8Array>): Promise<Outcome> {
  const decoder = new TextDecoder('latin1');
  let text = '';
  try {
    for await (const piece of pieces) text += decoder.decode(piece);
    return { text, failure: '' };
  } catch (error) {
    return { text, failure: error instanceof Error ? error.message : 'nothing known' };
  }
}

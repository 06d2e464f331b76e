import type { LineEnd } from '../core/scan/line-splitter.ts';
import type { RecordFormat } from '../core/scan/records/record-format.ts';
import type { ByteSource } from './byte-source.ts';

/** A source that holds text in UTF-8. */
export interface TextSource {
  readonly source: ByteSource;
  readonly lineEnd: LineEnd;
  /** How its records stand in it; each line is one where it is left out. */
  readonly records?: RecordFormat | undefined;
}

/** A source that holds text, as it was found. */
export interface EncodedText {
  readonly source: ByteSource;
  readonly lineEnd: LineEnd;
  /** As `TextDecoder` names it. */
  readonly encoding: string;
}

/** A file in an archive. */
export interface PackedEntry {
  /** As it stands there: text, never used as a path. */
  readonly name: string;
  /** To be read to its end before the next entry is asked for. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** `auto`, or a label that `TextDecoder` knows, such as `utf-16le`, `windows-1252` or `gbk`. */
export type EncodingChoice = string;

/** The platform's name for an encoding, such as `windows-1252` for `latin1`; undefined where it knows none of that label. */
export function encodingName(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

import type { HeaderFormat } from './header-format.ts';
import { headerReader, lineBytes } from './header-reader.ts';

/** A part of a line, `[start, end)` in the string. */
export interface LabelledSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface SplitLine {
  /** Whether the line has the header; where it has not, all of it is content. */
  readonly matched: boolean;
  /** Header columns that the line has, in order. */
  readonly columns: readonly LabelledSpan[];
  /** Where the content starts. */
  readonly content: number;
}

/** Splits lines as the scanner does, for people to see what was taken as header. Escape sequences must be gone. */
export function splitLines(lines: readonly string[], header: HeaderFormat): SplitLine[] {
  const reader = headerReader(header);
  return lines.map((line) => {
    const matched = reader.read(lineBytes(line), 0);
    const columns = header.columns
      .map(({ name }, index) => ({
        name,
        start: reader.spans[2 * index] ?? -1,
        end: reader.spans[2 * index + 1] ?? -1,
      }))
      .filter(({ start }) => start >= 0);
    return { matched, columns, content: reader.content };
  });
}

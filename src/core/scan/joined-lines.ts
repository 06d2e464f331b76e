import type { JoinedLines } from './header-format.ts';
import { CLOSE_BRACE, CLOSE_BRACKET, CLOSE_PARENTHESIS, classAt, DIGIT, SPACE } from './kernel/byte-classes.ts';
import type { TimestampRecogniser } from './timestamp-formats.ts';

/** Of the runs of lines without the header, at least this part has an indented line where records have several lines. */
const INDENTED_SHARE = 0.3;
/** With more lines than this that have a time of their own, another program writes into the log. */
const DATED_SHARE = 0.1;
const HASH = 35;

/**
 * Which lines without the header continue a record: all of them where they stand in runs with indented lines, as a stack trace
 * does that begins with the name of the error; else the indented ones alone, for the rest may be lines of another format.
 *
 * @param hasHeader whether a line has the header
 */
export function joinsOf(
  lines: readonly Uint8Array[],
  hasHeader: (line: Uint8Array) => boolean,
  recogniser: TimestampRecogniser,
): JoinedLines {
  let runs = 0;
  let indentedRuns = 0;
  let others = 0;
  let dated = 0;
  let isInRun = false;
  let isCounted = false;
  for (const line of lines) {
    if (hasHeader(line)) {
      isInRun = false;
      continue;
    }
    if (!isInRun) runs++;
    if (!isInRun) isCounted = false;
    isInRun = true;
    others++;
    if (recogniser.at(line, 0, line.length - 1) !== undefined) dated++;
    if (!isCounted && isIndented(line)) {
      indentedRuns++;
      isCounted = true;
    }
  }
  const isTrace = indentedRuns > 0 && indentedRuns >= INDENTED_SHARE * runs && dated <= DATED_SHARE * others;
  return isTrace ? 'headerless' : 'indented';
}

/** Frames of PHP begin with `#0`. */
function isIndented(line: Uint8Array): boolean {
  const first = line[0];
  if (classAt(line, 0) === SPACE) return true;
  if (first === HASH) return classAt(line, 1) === DIGIT;
  return first === CLOSE_BRACKET || first === CLOSE_BRACE || first === CLOSE_PARENTHESIS;
}

import * as v from 'valibot';
import { CAUSES } from '../core/detect/finding.ts';
import { type Mark, REACHES, VERDICTS } from '../core/detect/marks/mark.ts';
import { CONTEXT_TAIL } from '../core/detect/signature.ts';
import type { Outcome } from '../core/report/problem.ts';

const LONGEST_TEXT = 100_000;
const LONGEST_NOTE = 10_000;
const text = v.pipe(v.string(), v.maxLength(LONGEST_TEXT));
const line = v.pipe(v.number(), v.integer(), v.minValue(1));

const markSchema = v.pipe(
  v.object({
    session: text,
    file: text,
    line,
    firstLine: line,
    lastLine: line,
    signature: v.nullable(
      v.object({
        cause: v.picklist(CAUSES),
        after: v.pipe(v.array(text), v.maxLength(CONTEXT_TAIL)),
        template: text,
      }),
    ),
    verdict: v.picklist(VERDICTS),
    reach: v.picklist(REACHES),
    note: v.pipe(v.string(), v.maxLength(LONGEST_NOTE)),
    time: v.pipe(v.string(), v.isoTimestamp()),
  }),
  v.check(
    ({ signature, reach }) => signature !== null || reach === 'session',
    'a mark without a signature reaches a session',
  ),
  v.transform((mark): Mark => ({ ...mark, signature: mark.signature ?? undefined, time: Date.parse(mark.time) })),
);

/** One mark a line, in the order they were made; `time` as ISO 8601 in UTC. */
export function marksJsonLines(marks: readonly Mark[]): string {
  return marks
    .map((mark) => {
      const row = { ...mark, signature: mark.signature ?? null, time: new Date(mark.time).toISOString() };
      return `${JSON.stringify(row)}\n`;
    })
    .join('');
}

/**
 * Marks of a file that {@link marksJsonLines} wrote; blank lines and unknown fields are not read. One line that is no mark refuses
 * the whole file, so that nobody takes a part of it for all.
 */
export function readMarks(contents: string, name: string): Outcome<readonly Mark[]> {
  const marks: Mark[] = [];
  for (const [index, row] of contents.split('\n').entries()) {
    if (row.trim() === '') continue;
    const parsed = v.safeParse(markSchema, fromJson(row));
    if (!parsed.success) return { ok: false, problem: noMark(name, index + 1, parsed.issues[0]) };
    marks.push(parsed.output);
  }
  if (marks.length === 0) return { ok: false, problem: noMarks(name) };
  return { ok: true, value: marks };
}

function fromJson(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return undefined;
  }
}

function noMark(name: string, row: number, issue: v.BaseIssue<unknown>) {
  const field = v.getDotPath(issue);
  const what = field === null ? 'is no mark' : `is no mark: its field "${field}" is missing or wrong`;
  return {
    code: 'bad-marks',
    message: `Line ${row} of ${name} ${what}.`,
    advice: 'Choose a file that was saved with "Export marks". The marks that were there are kept.',
  } as const;
}

function noMarks(name: string) {
  return {
    code: 'bad-marks',
    message: `${name} holds no marks.`,
    advice: 'Choose a file that was saved with "Export marks".',
  } as const;
}

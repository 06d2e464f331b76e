import { formatProbability } from '../../core/base/format.ts';
import type { Finding } from '../../core/detect/finding.ts';
import type { RawLine } from '../../core/report/raw-line.ts';
import { candidatesOf } from './expected-rows.ts';

/** A finding as Markdown, for a ticket: the sentence, how it departs from the workflow, what was expected, the raw lines. */
export function explanationMarkdown(finding: Finding, lines: readonly RawLine[], diagnosis?: string): string {
  const expected = candidatesOf(finding).map(({ key, template, probability, rank, came }) => {
    const what = key === -1 ? 'end of the session' : code(template);
    return `- ${what}: ${formatProbability(probability)}${came ? ` (what came, rank ${rank + 1})` : ''}`;
  });
  const raw = lines.map(
    (one) => `${one.line === finding.line ? '>' : ' '} ${one.line} ${one.text}${one.cut ? ' ...' : ''}`,
  );
  const fence = '`'.repeat(Math.max(3, longestRun(raw.join('\n')) + 1));
  return [
    escaped(finding.reason),
    '',
    ...(diagnosis === undefined ? [] : [escaped(diagnosis), '']),
    'Expected next:',
    '',
    ...expected,
    '',
    `Raw lines of ${code(finding.file)}:`,
    '',
    fence,
    ...raw,
    fence,
    '',
  ].join('\n');
}

/** Inline code that may itself hold backticks. */
function code(text: string): string {
  const run = longestRun(text);
  if (run === 0) return `\`${text}\``;
  const ticks = '`'.repeat(run + 1);
  return `${ticks} ${text} ${ticks}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...Array.from(text.matchAll(/`+/g), (run) => run[0].length));
}

/** Log text must not become a link, an image or a tag. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>!|#]/g, '\\$&');
}

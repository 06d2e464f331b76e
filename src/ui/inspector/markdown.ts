import { visibleText } from '../../core/base/visible-text.ts';

/** Lines of text as they are, in a fence that nothing in them ends. */
export function codeBlock(lines: readonly string[], language = ''): string {
  const text = lines.map(oneLine).join('\n');
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Inline code that may itself hold backticks. */
export function inlineCode(code: string): string {
  const text = oneLine(code);
  const run = longestRun(text);
  // Two backticks with nothing in between are no code.
  if (text.trim() === '') return '(blank)';
  if (run === 0) return `\`${text}\``;
  const ticks = '`'.repeat(run + 1);
  return `${ticks} ${text} ${ticks}`;
}

/** Text that must not become a link, an image or a tag. */
export function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>!|#~&]/g, '\\$&')
    .replace(/(?<=\w):(?=\/\/)|(?<=www)\./gi, '\\$&');
}

/** Control characters, line ends among them, as pictures: they would end the line, the list or the fence. */
const oneLine = (text: string) => visibleText(text);

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

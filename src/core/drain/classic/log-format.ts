import type { CompilePattern } from '../../scan/line-pattern.ts';

const FIELD = /(<[^<>]+>)/;
const CONTENT = 'Content';

export type LogFormatResult =
  | { readonly ok: true; readonly format: LogFormat }
  /** `message` is a sentence. */
  | { readonly ok: false; readonly message: string };

/** How the lines of a log begin, and where their content is. */
export interface LogFormat {
  /** What stands at `<Content>`; `undefined` for a line that does not have this format. */
  contentOf(line: string): string | undefined;
}

/**
 * Reads a format as logparser writes it: `<Date> <Time> <Level> \[<Process>\] <Component>: <Content>`. A field takes as
 * little text as it can, spaces stand for any white space, and what else is between the fields is a regular expression. A
 * line has the format if all of it fits.
 */
export function readLogFormat(source: string, compile: CompilePattern): LogFormatResult {
  const parts = source.trim().split(FIELD);
  const expression = parts.map((part, i) =>
    i % 2 === 1 ? `(?P<${part.slice(1, -1)}>.*?)` : part.replace(/ +/g, '\\s+'),
  );
  const result = compile(`^${expression.join('')}$`);
  if (!result.ok) return { ok: false, message: `The log format ${source} cannot be used. ${result.message}` };
  const { pattern } = result;
  const content = pattern.names.get(CONTENT);
  if (content === undefined) return { ok: false, message: `The log format ${source} has no <${CONTENT}>.` };
  return { ok: true, format: { contentOf: (line) => pattern.match(line.trim())?.[content] } };
}

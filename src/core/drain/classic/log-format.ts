import type { CompilePattern } from '../../scan/line-pattern.ts';

const FIELD = /(<[^<>]+>)/;
const CONTENT = '<Content>';

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
  const place = parts.indexOf(CONTENT);
  if (place < 0) return { ok: false, message: `The log format ${source} has no ${CONTENT}.` };
  const before = expressionOf(parts.slice(0, place));
  const after = expressionOf(parts.slice(place + 1));
  // Any rest of a line is a content, so without an end to look for the engine reads the header only.
  const result = compile(after === '' ? `^${before}` : `^${before}(?P<content>.*?)${after}$`);
  if (!result.ok) return { ok: false, message: `The log format ${source} cannot be used. ${result.message}` };
  const { pattern } = result;
  const group = after === '' ? 0 : (pattern.names.get('content') ?? 0);
  const contentOf = (line: string) => {
    const text = line.trim();
    const found = pattern.match(text)?.[group];
    return found === undefined || after !== '' ? found : text.slice(found.length);
  };
  return { ok: true, format: { contentOf } };
}

/** Every other part is a field; so is `<Content>` if it comes again. */
function expressionOf(parts: readonly string[]): string {
  return parts.map((part) => (FIELD.test(part) ? '.*?' : part.replace(/ +/g, '\\s+'))).join('');
}

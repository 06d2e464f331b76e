import type { RecordSyntax } from '../../core/scan/records/record-format.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const BLANK = /\s/;

/** Where the value of a field stands in a record of keys and values, quotes left out; undefined where it is not found. */
export function pairSpan(syntax: RecordSyntax, text: string, path: readonly (string | number)[]): Span | undefined {
  const keys = path.filter((key) => typeof key === 'string');
  if (keys.length === 0) return undefined;
  return syntax.kind === 'logfmt' ? logfmtSpan(text, keys.at(-1) ?? '') : jsonSpan(text, keys);
}

function jsonSpan(text: string, keys: readonly string[]): Span | undefined {
  let at = 0;
  for (const key of keys) {
    const value = valueBehind(text, JSON.stringify(key), at);
    if (value === undefined) return undefined;
    at = value;
  }
  return scalarAt(text, at, /[\s,}\]]/);
}

/** Behind the colon that follows the key, where there is one. */
function valueBehind(text: string, key: string, from: number): number | undefined {
  for (let at = text.indexOf(key, from); at >= 0; at = text.indexOf(key, at + 1)) {
    const colon = skipBlanks(text, at + key.length);
    if (text[colon] === ':') return skipBlanks(text, colon + 1);
  }
  return undefined;
}

function logfmtSpan(text: string, key: string): Span | undefined {
  const pair = `${key}=`;
  for (let at = text.indexOf(pair); at >= 0; at = text.indexOf(pair, at + 1)) {
    if (at === 0 || BLANK.test(text[at - 1] ?? '')) return scalarAt(text, at + pair.length, BLANK);
  }
  return undefined;
}

function scalarAt(text: string, start: number, isEnd: RegExp): Span | undefined {
  const first = text[start] ?? '';
  if (first === '{' || first === '[') return undefined;
  let end = first === '"' ? start + 1 : start;
  const inner = end;
  while (end < text.length && (first === '"' ? text[end] !== '"' : !isEnd.test(text[end] ?? ''))) {
    end += first === '"' && text[end] === '\\' ? 2 : 1;
  }
  return end > inner ? { start: inner, end: Math.min(end, text.length) } : undefined;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && BLANK.test(text[at] ?? '')) at++;
  return at;
}

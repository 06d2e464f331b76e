/** Stands for a variable part in tokens and in display text. No token read from a log is ever equal to it by accident. */
export const WILDCARD = '<*>';

/** A content is mined by its first tokens only; longer ones are dumps, whose tail says nothing about the statement. */
export const MAX_TOKENS = 256;

/** A token and the characters `[start, end)` of the content it came from; a wildcard covers all that it absorbed. */
export interface TokenSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What wraps, separates or ends a word in prose: `(x)`, `"x",` and `x.` are the word x. */
const LEADING = charSet('[({<"\'`*=,;:|');
const TRAILING = charSet('])}>"\'`*,;:!?.|=');
/** Programs print fields as `key=value,key=value` or with `;`. */
const FIELD_SEPARATORS = charSet('=,;');

const DIGIT = /[0-9]/;
/** ASCII only: scanners class bytes from 0x80 on as letters. */
const WORD = /[^ \t\r\n\v\f]+/g;
/** A query string belongs to its address, `=` and all. */
const ADDRESS = /^(?:[A-Za-z][A-Za-z+.-]*:\/\/|\/|file:)/;
/** `/var/log`, `C:\x`, `\\host\x`, `hdfs://host`, `~/x`: where something lies is data; a lone `/` or `//` is not a path. */
const PATH = /^(?:\/[^/]|\\\\[^\\]|[A-Za-z]:[\\/]|[A-Za-z][A-Za-z+.-]*:\/\/|~\/)/;
/**
 * Three lower-case labels are a machine (`www.example.org`), with or without the path of what it serves; class names
 * (`java.net.Socket`) carry a capital.
 */
const HOST = /^[a-z_-]+(?:\.[a-z_-]+){2,}(?:\/.*)?$/;
/** `bob@example.org`, `session@host`: who or what is at a place. */
const ADDRESSEE = /^[^@]+@[^@]+$/;
/** Some hashes have no decimal digit; eight letters of a-f in a row are no English word. */
const HEX = /^(?:[a-f]{8,}|[A-F]{8,})$/;
/** `size:123` prints a named value; shorter names are more likely a drive, a host or a time zone. */
const NAMED_VALUE = /^[A-Za-z_]{3,}[:,|]+(?=[^:,|])/;
/** Tables printed as text lead the eye with dots: `space......123`. */
const DOT_LEADER = /^[A-Za-z_-]{2,}\.{3,}(?=[^.])/;
/** `Driver43xx::start`: the function is a name though the class has digits. */
const FUNCTION = /^::[A-Za-z_]+\(?$/;
/** An IPv6 address (`fe80::abcd`) has none of these. */
const NO_HEX_LETTER = /[G-Zg-z_]/;
/** `for user root`, `invalid user bob`: a name follows, whoever it is. `user request` and the like lack the word before. */
const BEFORE_USER = /^(?:for|by|of|as|to|from|invalid|illegal|unknown)$/i;
/** A number's unit moves with its size (9 KB, 1 MB), so it is part of the value. */
const UNIT =
  /^(?:[KMGT]i?[Bb]|[kmgt]i?b|B|bytes?|[mun]s|s|[mun]?secs?|(?:milli|micro|nano)?seconds?|mins?|minutes?|hours?|days?|[kKMG]?B\/s|[kKMGT]bps|[kMG]?Hz|%|[AaPp][Mm])$/;
/** Dates are printed with names (`Thu Jun 16 2005`); the name varies as the numbers do. */
const DATE_WORD = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$/;
/** Joins two values into one: `10 - 20`, `80 x 24`. */
const JOINT = /^[-/:+x,.@~|]$/;

/**
 * Masked tokens of a line's content. Depends on digits only by where they stand: the content and its skeleton, in which
 * each run of word characters with a digit is written `0` or `x0`, have the same tokens.
 *
 * @returns at most {@link MAX_TOKENS}; `<*>` for variable ones, never two of them in a row
 */
export function tokenize(content: string): string[] {
  return tokenSpans(content).map((span) => span.text);
}

/** As {@link tokenize}, with the place of each token. Spans ascend and do not overlap. */
export function tokenSpans(content: string): TokenSpan[] {
  const spans: TokenSpan[] = [];
  for (const match of content.matchAll(WORD)) {
    if (spans.length >= MAX_TOKENS) break;
    addWord(spans, content, match.index, match.index + match[0].length);
  }
  return spans.slice(0, MAX_TOKENS);
}

/** Neither a value nor part of a date: a unit, say, or a dash. */
export function isPlainWord(word: string): boolean {
  return !isVariable(word) && !DATE_WORD.test(word);
}

function addWord(spans: TokenSpan[], content: string, start: number, end: number): void {
  const word = trimmed(content, start, end);
  if (!word) return;
  if (!word.text.includes('=') || ADDRESS.test(word.text)) {
    addValue(spans, content, word);
    return;
  }
  let from = word.start;
  for (let at = word.start; at <= word.end && spans.length < MAX_TOKENS; at++) {
    if (at < word.end && !FIELD_SEPARATORS.has(content.charCodeAt(at))) continue;
    const field = trimmed(content, from, at);
    if (field) addValue(spans, content, field);
    from = at + 1;
  }
}

/** Splits leading names off (`size:123` is `size:` and a value), then adds the rest as one token. */
function addValue(spans: TokenSpan[], content: string, word: TokenSpan): void {
  let rest: TokenSpan | undefined = word;
  if (DIGIT.test(word.text)) {
    while (rest && spans.length < MAX_TOKENS) {
      const name = leadingName(rest.text);
      if (name === undefined) break;
      const split = rest.start + name.length;
      addToken(spans, { text: name, start: rest.start, end: split });
      rest = trimmed(content, split, rest.end);
    }
  }
  if (!rest) return;
  const scope = functionStart(rest.text);
  if (scope < 0) {
    addToken(spans, isVariable(rest.text) || followsUser(spans) ? { ...rest, text: WILDCARD } : rest);
    return;
  }
  const split = rest.start + scope;
  addToken(spans, { text: WILDCARD, start: rest.start, end: split });
  addToken(spans, { text: content.slice(split, rest.end), start: split, end: rest.end });
}

function leadingName(text: string): string | undefined {
  return ADDRESS.test(text) ? undefined : (NAMED_VALUE.exec(text) ?? DOT_LEADER.exec(text))?.[0];
}

/** Where `::function` begins behind a variable; -1 where none does. */
function functionStart(text: string): number {
  const start = text.lastIndexOf('::');
  if (start < 1 || !DIGIT.test(text)) return -1;
  const name = text.slice(start);
  return FUNCTION.test(name) && NO_HEX_LETTER.test(name) ? start : -1;
}

function followsUser(spans: readonly TokenSpan[]): boolean {
  return spans.at(-1)?.text === 'user' && BEFORE_USER.test(spans.at(-2)?.text ?? '');
}

function isVariable(word: string): boolean {
  return (
    DIGIT.test(word) ||
    PATH.test(word) ||
    hasTwoSlashes(word) ||
    HOST.test(word) ||
    HEX.test(word) ||
    ADDRESSEE.test(word)
  );
}

/** `jobs/a/b` is a relative path; `read/write` is two words, `//` a rule. */
function hasTwoSlashes(word: string): boolean {
  let slashes = 0;
  for (let i = 1; i < word.length && slashes < 2; i++) if (isSlash(word[i]) && !isSlash(word[i - 1])) slashes++;
  return slashes === 2;
}

function isSlash(character: string | undefined): boolean {
  return character === '/' || character === '\\';
}

function addToken(spans: TokenSpan[], token: TokenSpan): void {
  const last = spans.at(-1);
  if (token.text !== WILDCARD) {
    if (last?.text === WILDCARD && UNIT.test(token.text)) spans[spans.length - 1] = { ...last, end: token.end };
    else spans.push(token);
    return;
  }
  let keep = spans.length;
  while (keep > 0 && DATE_WORD.test(spans[keep - 1]?.text ?? '')) keep--;
  if (JOINT.test(spans[keep - 1]?.text ?? '') && spans[keep - 2]?.text === WILDCARD) keep--;
  if (spans[keep - 1]?.text === WILDCARD) keep--;
  const start = spans[keep]?.start ?? token.start;
  spans.length = keep;
  spans.push({ ...token, start });
}

function trimmed(content: string, start: number, end: number): TokenSpan | undefined {
  let from = start;
  let to = end;
  while (from < to && LEADING.has(content.charCodeAt(from))) from++;
  while (to > from && TRAILING.has(content.charCodeAt(to - 1))) to--;
  return from < to ? { text: content.slice(from, to), start: from, end: to } : undefined;
}

function charSet(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}

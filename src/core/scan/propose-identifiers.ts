import type { HeaderColumn, HeaderFormat } from './header-format.ts';
import { headerReader, lineBytes } from './header-reader.ts';
import { kindOfName, namesIds } from './identifier-prior.ts';
import type { IdentifierBody, IdentifierRule } from './identifier-rule.ts';
import { namesLabels } from './label-column.ts';

type TokenRule = IdentifierRule & { readonly kind: 'token' };

/** Shapes rarer than this in the sample are not tried. */
const LEAST_COVERAGE = 0.25;

/** Words; the characters before may name them. */
const VALUE = /[A-Za-z0-9_]+(?:[-.@][A-Za-z0-9_]+)*/g;
/** `name=`, `name: `, `"name":"`. */
const NAME_BEFORE = /([A-Za-z][A-Za-z0-9_.-]{0,30}["']?\s?[:=])[\s"'([{</]{0,4}$/;
/** `/orders/`, `order #`, `task[`, `job `. */
const WORD_BEFORE = /([A-Za-z][A-Za-z0-9_-]{0,30}(?:\/| ?#| ?[([]| ))["'([{<]{0,2}$/;
const LONGEST_NAME = 40;
/** A dash behind `_` is a number's sign: `blk_-17`. */
const PREFIX = /^(?:[A-Za-z][A-Za-z_]*(?:_|[A-Za-z]-?)|[A-Za-z]-?)/;
const LONG_NUMBER = /^\d{4,}$/;
const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const BODIES: readonly (readonly [IdentifierBody, RegExp])[] = [
  ['uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  ['number', /^-?\d+(?:_.*)?$/],
  ['hex', /^(?=.*\d)[0-9a-f]{8,}$/i],
  ['word', /\d/],
];

/**
 * Rules that could tell which session a line belongs to: all header columns that may, and shapes of tokens that many
 * sampled lines hold.
 *
 * @param lines sampled from all over the file, without line ends or escape sequences, none blank
 */
export function possibleIdentifiers(lines: readonly string[], header: HeaderFormat): IdentifierRule[] {
  return [...columnRules(header), ...tokenRules(lines, header)];
}

function columnRules({ columns }: HeaderFormat): IdentifierRule[] {
  return columns.flatMap((column, index) =>
    isName(column) ? [{ kind: 'column', column: index, name: column.name } satisfies IdentifierRule] : [],
  );
}

function isName({ kind, name }: HeaderColumn): boolean {
  return !namesLabels(name) && kind !== 'time' && kind !== 'level' && kind !== 'dash';
}

/** Shapes that enough lines hold, by a loose look; how well they do is measured afterwards. */
function tokenRules(sample: readonly string[], header: HeaderFormat): TokenRule[] {
  const reader = headerReader(header);
  const shapes = new Map<string, { rule: TokenRule; lines: number; last: number }>();
  sample.forEach((line, index) => {
    reader.read(lineBytes(line), 0);
    for (const rule of shapesIn(line.slice(reader.afterTime), reader.content - reader.afterTime)) {
      const key = `${rule.before.toLowerCase()}\n${rule.prefix}\n${rule.body}`;
      const shape = shapes.get(key) ?? { rule, lines: 0, last: -1 };
      if (shape.last !== index) shape.lines++;
      shape.last = index;
      shapes.set(key, shape);
    }
  });
  return withoutNarrower([...shapes.values()].filter(({ lines }) => lines >= LEAST_COVERAGE * sample.length));
}

/** Of rules that differ in the body alone, the one that most lines have: ids of one kind may look like several. */
function withoutNarrower(shapes: readonly { readonly rule: TokenRule; readonly lines: number }[]): TokenRule[] {
  const best = new Map<string, { readonly rule: TokenRule; readonly lines: number }>();
  for (const shape of shapes) {
    const key = `${shape.rule.before.toLowerCase()}\n${shape.rule.prefix}\n${shape.rule.before === '' ? shape.rule.body : ''}`;
    if (shape.lines > (best.get(key)?.lines ?? 0)) best.set(key, shape);
  }
  return [...best.values()].map(({ rule }) => rule);
}

/** @param content where the content begins: columns of the header have rules of their own */
function shapesIn(text: string, content: number): TokenRule[] {
  return Array.from(text.matchAll(VALUE)).flatMap((match) => {
    const textBefore = text.slice(Math.max(0, match.index - LONGEST_NAME), match.index);
    return shapesOf(match[0], textBefore, match.index >= content);
  });
}

function shapesOf(value: string, textBefore: string, inContent: boolean): TokenRule[] {
  const body = bodyOf(value);
  const before =
    NAME_BEFORE.exec(textBefore)?.[1] ?? (inContent ? idWord(WORD_BEFORE.exec(textBefore)?.[1], value) : '');
  const namesId = before !== '' && (namesIds(before) || isLongNumber(before, value));
  // Any value of a name that stands before ids is one, whatever it looks like: as one kind, or the ids fall apart.
  const any: TokenRule[] = namesId && namesIds(before) && /[:="']$/.test(before) ? [token(before, '', 'name')] : [];
  if (body === undefined) return any;
  const named = (kind: IdentifierBody): TokenRule[] =>
    before !== '' && (kind !== 'number' || namesId) ? [token(before, '', kind), ...any] : any;
  if (ADDRESS.test(value)) return [token('', '', 'address'), ...named('word')];
  if (body === 'uuid') return [token('', '', 'uuid'), ...named('uuid')];
  const prefix = PREFIX.exec(value)?.[0] ?? '';
  const rest = bodyOf(value.slice(prefix.length));
  if (body === 'word' && prefix !== '' && rest && (rest !== 'word' || /[-_]$/.test(prefix))) {
    return [token('', prefix, rest), ...named('word')];
  }
  return body === 'hex' ? [token('', '', 'hex'), ...named('hex')] : named(body);
}

/** What stands before an id without `=` or `:`: any part of a path, a name of ids, any word before a long number. */
function idWord(before = '', value = ''): string {
  const isPath = before.endsWith('/') && /\d/.test(value);
  return isPath || namesIds(before) || isLongNumber(before, value) ? before : '';
}

/** Four digits or more, and nothing that says they measure something. */
function isLongNumber(before: string, value: string): boolean {
  return LONG_NUMBER.test(value) && before !== '' && kindOfName(before) !== 'quantity';
}

function bodyOf(value: string): IdentifierBody | undefined {
  return BODIES.find(([, shape]) => shape.test(value))?.[0];
}

function token(before: string, prefix: string, body: IdentifierBody): TokenRule {
  return { kind: 'token', before, prefix, body };
}

import { countNaming } from './each-identifier.ts';
import type { HeaderColumn, HeaderFormat } from './header-format.ts';
import { headerReader, lineBytes } from './header-reader.ts';
import type { IdentifierBody, IdentifierRule } from './identifier-rule.ts';
import { LogScanner } from './log-scanner.ts';
import type { IdentifierColumn } from './scanned-log.ts';

type TokenRule = IdentifierRule & { readonly kind: 'token' };

const MOST_PROPOSALS = 6;
/** Shapes rarer than this in the sample are not tried. */
const LEAST_COVERAGE = 0.3;
/** With more ids than this per line that has one, the ids repeat too rarely to make sessions. */
const MOST_IDS_PER_LINE = 0.9;

/** Words with a digit in them; the characters before may name them. */
const VALUE = /[A-Za-z0-9_]+(?:[-.@][A-Za-z0-9_]+)*/g;
const NAME_BEFORE = /([A-Za-z][A-Za-z0-9_.-]{0,30}[:=])[\s"'([{</]{0,4}$/;
const LONGEST_NAME = 40;
/** A dash behind `_` is a number's sign: `blk_-17`. */
const PREFIX = /^[A-Za-z][A-Za-z_]*(?:_|[A-Za-z]-?)/;
/** Plain numbers are mostly quantities; under such a name they identify something. */
const ID_NAME =
  /(?:id|sid|session|job|task|tx|txn|transaction|order|request|req|trace|span|conn|connection|thread|user|block|instance|container|attempt)[:=]$/i;
const BODIES: readonly (readonly [IdentifierBody, RegExp])[] = [
  ['uuid', /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  ['number', /^-?\d+(?:_.*)?$/],
  ['hex', /^(?=.*\d)[0-9a-f]{8,}$/i],
  ['word', /\d/],
];

/**
 * Rules that could tell which session a line belongs to, the likeliest first: header columns and shapes of tokens that
 * many sampled lines hold and whose ids come again.
 *
 * @param lines sampled from all over the file, without line ends or escape sequences
 */
export function proposeIdentifiers(lines: readonly string[], header: HeaderFormat): IdentifierRule[] {
  const sample = lines.filter((line) => line.trim() !== '');
  const rules = [...columnRules(header), ...tokenRules(sample, header)];
  const columns = scanSample(sample, header, rules);
  return rules
    .map((rule, index) => ({
      rule,
      worth: isCode(rule, header, columns[index]) ? 0 : worthOf(rule, columns[index], sample.length),
    }))
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_PROPOSALS)
    .map(({ rule }) => rule);
}

function scanSample(sample: readonly string[], header: HeaderFormat, identifiers: IdentifierRule[]) {
  const scanner = new LogScanner({ header, identifiers, decode: textOfUnits });
  scanner.beginFile('sample', 0);
  for (const line of sample) scanner.push(lineBytes(line));
  return scanner.finish().identifiers;
}

function textOfUnits(bytes: Uint8Array): string {
  let text = '';
  for (const unit of bytes) text += String.fromCharCode(unit);
  return text;
}

/** Coverage, weighted by how strongly such ids speak of sessions; 0 for rules that make none. */
function worthOf(rule: IdentifierRule, column: IdentifierColumn | undefined, lines: number): number {
  if (!column || lines === 0) return 0;
  const covered = countNaming(column);
  const ids = column.ids.length;
  if (covered < LEAST_COVERAGE * lines || ids < 2 || ids > MOST_IDS_PER_LINE * covered) return 0;
  return (covered / lines) * weightOf(rule);
}

/** A component whose names hold no numbers names code, of which the template tells as much; `worker-3` may be a session. */
function isCode(rule: IdentifierRule, header: HeaderFormat, column: IdentifierColumn | undefined): boolean {
  if (rule.kind !== 'column' || header.columns[rule.column]?.kind !== 'component') return false;
  const numbered = column?.ids.filter((id) => /\d/.test(id)).length ?? 0;
  return 2 * numbered < (column?.ids.length ?? 0);
}

function weightOf(rule: IdentifierRule): number {
  if (rule.kind === 'column') return rule.name.startsWith('pid') ? 0.6 : 0.4;
  if (rule.kind === 'pattern') return 1;
  if (rule.body === 'word') return rule.prefix === '' ? 0.5 : 0.7;
  if (rule.body === 'hex' && rule.before === '' && rule.prefix === '') return 0.5;
  return 1;
}

function columnRules({ columns }: HeaderFormat): IdentifierRule[] {
  return columns.flatMap((column, index) =>
    isName(column) ? [{ kind: 'column', column: index, name: column.name } satisfies IdentifierRule] : [],
  );
}

function isName({ kind }: HeaderColumn): boolean {
  return kind !== 'time' && kind !== 'level' && kind !== 'dash';
}

/** Shapes that enough lines hold, by a loose look; how well they do is measured afterwards. */
function tokenRules(sample: readonly string[], header: HeaderFormat): TokenRule[] {
  const reader = headerReader(header);
  const shapes = new Map<string, { rule: TokenRule; lines: number; last: number }>();
  sample.forEach((line, index) => {
    reader.read(lineBytes(line), 0);
    for (const rule of shapesIn(line.slice(reader.afterTime))) {
      const key = `${rule.before} ${rule.prefix} ${rule.body}`;
      const shape = shapes.get(key) ?? { rule, lines: 0, last: -1 };
      if (shape.last !== index) shape.lines++;
      shape.last = index;
      shapes.set(key, shape);
    }
  });
  return [...shapes.values()].filter(({ lines }) => lines >= LEAST_COVERAGE * sample.length).map(({ rule }) => rule);
}

function shapesIn(text: string): TokenRule[] {
  return Array.from(text.matchAll(VALUE)).flatMap((match) =>
    /\d/.test(match[0]) ? shapesOf(match[0], text.slice(Math.max(0, match.index - LONGEST_NAME), match.index)) : [],
  );
}

function shapesOf(value: string, textBefore: string): TokenRule[] {
  const body = bodyOf(value);
  const before = NAME_BEFORE.exec(textBefore)?.[1] ?? '';
  const named = (kind: IdentifierBody): TokenRule[] =>
    before !== '' && (kind !== 'number' || ID_NAME.test(before)) ? [token(before, '', kind)] : [];
  if (body === 'uuid') return [token('', '', 'uuid'), ...named('uuid')];
  const prefix = PREFIX.exec(value)?.[0] ?? '';
  const rest = bodyOf(value.slice(prefix.length));
  if (body === 'word' && prefix !== '' && rest && (rest !== 'word' || /[-_]$/.test(prefix))) {
    return [token('', prefix, rest), ...named('word')];
  }
  return body === 'hex' ? [token('', '', 'hex'), ...named('hex')] : named(body ?? 'word');
}

function bodyOf(value: string): IdentifierBody | undefined {
  return BODIES.find(([, shape]) => shape.test(value))?.[0];
}

function token(before: string, prefix: string, body: IdentifierBody): TokenRule {
  return { kind: 'token', before, prefix, body };
}

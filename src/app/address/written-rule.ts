import type { SessionRule } from '../../core/report/log-report.ts';
import type { IdentifierBody, IdentifierRule } from '../../core/scan/identifier-rule.ts';

const BODIES: Readonly<Record<IdentifierBody, true>> = {
  number: true,
  hex: true,
  uuid: true,
  word: true,
  name: true,
  address: true,
};

const LONGEST_PATTERN = 500;

/**
 * A rule in one word, as an address holds it: `window:100` lines, `time:60` and `pause:5` in seconds, `field:NAME`, `pattern:EXPRESSION`, or
 * `token:BODY,PREFIX,BEFORE` with its last two parts percent-encoded.
 */
export function writeRule(rule: SessionRule): string {
  switch (rule.by) {
    case 'lines':
      return `window:${rule.lines}`;
    case 'time':
    case 'pause':
      return `${rule.by}:${rule.milliseconds / 1000}`;
    case 'identifier':
      return writeIdentifier(rule.identifier);
  }
}

function writeIdentifier(rule: IdentifierRule): string {
  switch (rule.kind) {
    case 'column':
      return `field:${rule.name}`;
    case 'pattern':
      return `pattern:${rule.source}`;
    case 'token':
      return `token:${[rule.body, rule.prefix, rule.before].map(encodeURIComponent).join(',')}`;
  }
}

/** Reads what {@link writeRule} writes. The place of a field is found out when there is a log. @returns undefined for all else */
export function readRule(text: string): SessionRule | undefined {
  const at = text.indexOf(':');
  const rest = text.slice(at + 1);
  if (at < 0 || rest === '') return undefined;
  const by = text.slice(0, at);
  switch (by) {
    case 'window':
      return isAmount(rest) && Number.isInteger(Number(rest)) ? { by: 'lines', lines: Number(rest) } : undefined;
    case 'time':
    case 'pause':
      return isAmount(rest) ? { by, milliseconds: Math.round(Number(rest) * 1000) } : undefined;
    default: {
      const identifier = readIdentifier(by, rest);
      return identifier && { by: 'identifier', identifier };
    }
  }
}

function readIdentifier(kind: string, rest: string): IdentifierRule | undefined {
  if (kind === 'field') return { kind: 'column', column: 0, name: rest };
  if (kind === 'pattern') return rest.length <= LONGEST_PATTERN ? { kind, source: rest } : undefined;
  return kind === 'token' ? readToken(rest) : undefined;
}

function readToken(rest: string): IdentifierRule | undefined {
  const parts = rest.split(',');
  const [body, prefix, before] = parts.map(decoded);
  if (parts.length !== 3 || !isBody(body) || prefix === undefined || before === undefined) return undefined;
  return { kind: 'token', body, prefix, before };
}

const isBody = (text: string | undefined): text is IdentifierBody => text !== undefined && Object.hasOwn(BODIES, text);

/** Seconds, or lines: from a thousandth to a billion. */
const isAmount = (text: string): boolean => /^\d{1,9}(\.\d{1,3})?$/.test(text) && Number(text) > 0;

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

import { BYTE_CLASS, bytesOfUnits, DASH, DIGIT, isWordByte, LETTER, SPACE } from './bytes.ts';
import { bodyEnd, isHexByte } from './identifier-body.ts';
import type { IdentifierRule } from './identifier-rule.ts';

export type TokenRule = IdentifierRule & { readonly kind: 'token' };

/** Takes what a rule found: the identifier is `bytes[start..end)`. */
export interface IdentifierSink {
  found(rule: number, bytes: Uint8Array, start: number, end: number): void;
}

interface CompiledRule {
  /** Where the sink files it. */
  readonly index: number;
  readonly before: Uint8Array;
  readonly prefix: Uint8Array;
  readonly body: TokenRule['body'];
}

/** `"'([{</` may stand between the word before and the identifier. */
const OPENERS: ReadonlySet<number> = new Set(Array.from('"\'([{</', (c) => c.charCodeAt(0)));
const MOST_OPENERS = 4;
/** 1 for bytes that what follows belongs to: letters, digits and the dash. */
const JOINS = Uint8Array.from({ length: 256 }, (_, c) => (isWordByte(c) || c === DASH ? 1 : 0));

/** Finds the identifiers of several token rules in one walk over a line. */
export class TokenRules {
  private readonly sink: IdentifierSink;
  /** Rules whose text can begin with each byte; most bytes have none. */
  private readonly byFirst: readonly (readonly CompiledRule[])[];
  private readonly starts = new Uint8Array(256);

  /** @param rules with the index under which the sink knows each */
  constructor(rules: readonly { readonly rule: TokenRule; readonly index: number }[], sink: IdentifierSink) {
    this.sink = sink;
    const compiled = rules.map(({ rule, index }) => ({
      index,
      before: bytesOfUnits(rule.before),
      prefix: bytesOfUnits(rule.prefix),
      body: rule.body,
    }));
    this.byFirst = Array.from({ length: 256 }, (_, c) => compiled.filter((rule) => canStart(rule, c)));
    this.byFirst.forEach((list, c) => {
      this.starts[c] = list.length === 0 ? 0 : 1;
    });
  }

  /** Identifiers begin at word borders that no dash stands before: the tail of `req-<uuid>` is no UUID of its own. */
  scan(bytes: Uint8Array, start: number, limit: number): void {
    const { starts } = this;
    let joined = 0;
    for (let p = start; p < limit; p++) {
      const c = bytes[p] as number;
      if (starts[c] === 1 && joined === 0) this.tryRules(c, bytes, p, limit);
      joined = JOINS[c] as number;
    }
  }

  private tryRules(first: number, bytes: Uint8Array, at: number, limit: number): void {
    for (const rule of this.byFirst[first] ?? []) {
      let start = at;
      if (rule.before.length > 0) {
        start = literalEnd(rule.before, bytes, at, limit);
        if (start < 0) continue;
        start = openersEnd(bytes, start, limit);
      }
      const body = literalEnd(rule.prefix, bytes, start, limit);
      const end = body < 0 ? -1 : bodyEnd(rule.body, bytes, body, limit);
      if (end > 0) this.sink.found(rule.index, bytes, start, end);
    }
  }
}

function canStart({ before, prefix, body }: CompiledRule, c: number): boolean {
  const first = before[0] ?? prefix[0];
  if (first !== undefined) return first === c;
  if (body === 'number') return BYTE_CLASS[c] === DIGIT || c === DASH;
  return body === 'word' ? BYTE_CLASS[c] === LETTER || BYTE_CLASS[c] === DIGIT : isHexByte(c);
}

function literalEnd(literal: Uint8Array, bytes: Uint8Array, start: number, limit: number): number {
  if (start + literal.length > limit) return -1;
  for (let i = 0; i < literal.length; i++) if (bytes[start + i] !== literal[i]) return -1;
  return start + literal.length;
}

function openersEnd(bytes: Uint8Array, start: number, limit: number): number {
  let p = start;
  while (p < limit && p - start < MOST_OPENERS && isOpener(bytes[p] as number)) p++;
  return p;
}

function isOpener(c: number): boolean {
  return BYTE_CLASS[c] === SPACE || OPENERS.has(c);
}

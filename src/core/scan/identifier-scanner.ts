import type { HeaderReader } from './header-reader.ts';
import type { IdentifierRule } from './identifier-rule.ts';
import { IdentifierTable } from './identifier-table.ts';
import type { CompilePattern, LinePattern } from './line-pattern.ts';
import type { IdentifierColumn } from './scanned-log.ts';
import type { Decode } from './signature-table.ts';
import { type IdentifierSink, type TokenRule, TokenRules } from './token-rules.ts';

const DASH = 45;

interface Indexed<T> {
  readonly rule: T;
  readonly index: number;
}

/** Finds the identifiers of all candidate rules in each line. Token rules read all that stands behind the time. */
export class IdentifierScanner implements IdentifierSink {
  private readonly decode: Decode;
  private readonly tables: readonly IdentifierTable[];
  private readonly tokens: TokenRules | undefined;
  private readonly columns: readonly { readonly table: IdentifierTable; readonly column: number }[];
  private readonly patterns: readonly { readonly table: IdentifierTable; readonly pattern: LinePattern }[];
  private current = 0;

  /**
   * @param compile needed where a rule is a pattern
   * @throws RangeError for a pattern that `compile` refuses
   */
  constructor(rules: readonly IdentifierRule[], decode: Decode, compile?: CompilePattern) {
    this.decode = decode;
    this.tables = rules.map(() => new IdentifierTable(decode));
    const tokens: Indexed<TokenRule>[] = [];
    const columns: { table: IdentifierTable; column: number }[] = [];
    const patterns: { table: IdentifierTable; pattern: LinePattern }[] = [];
    rules.forEach((rule, index) => {
      const table = this.tables[index] as IdentifierTable;
      if (rule.kind === 'token') tokens.push({ rule, index });
      else if (rule.kind === 'column') columns.push({ table, column: rule.column });
      else patterns.push({ table, pattern: validPattern(rule.source, compile) });
    });
    this.tokens = tokens.length > 0 ? new TokenRules(tokens, this) : undefined;
    this.columns = columns;
    this.patterns = patterns;
  }

  /**
   * @param header has just read this line
   * @param matched whether the line has the header
   */
  scan(line: number, bytes: Uint8Array, start: number, end: number, header: HeaderReader, matched: boolean): void {
    this.current = line;
    this.tokens?.scan(bytes, header.afterTime, end);
    if (matched) for (const { table, column } of this.columns) this.addColumn(table, bytes, header.spans, column);
    if (this.patterns.length > 0) this.addMatches(bytes.subarray(start, end));
  }

  found(rule: number, bytes: Uint8Array, start: number, end: number): void {
    this.tables[rule]?.add(this.current, bytes, start, end);
  }

  /** @param lines of the whole log */
  toColumns(lines: number): IdentifierColumn[] {
    return this.tables.map((table) => table.toColumn(lines));
  }

  private addColumn(table: IdentifierTable, bytes: Uint8Array, spans: Int32Array, column: number): void {
    const start = spans[2 * column] ?? -1;
    const end = spans[2 * column + 1] ?? -1;
    if (start < 0 || end <= start) return;
    if (end - start === 1 && bytes[start] === DASH) return;
    table.add(this.current, bytes, start, end);
  }

  private addMatches(line: Uint8Array): void {
    const text = this.decode(line);
    for (const { table, pattern } of this.patterns) {
      for (const id of pattern.find(text)) table.addText(this.current, id);
    }
  }
}

function validPattern(source: string, compile: CompilePattern | undefined): LinePattern {
  const result = compile?.(source);
  if (result?.ok) return result.pattern;
  throw new RangeError(`Identifier pattern ${source}: ${result?.message ?? 'nothing compiles it.'}`);
}

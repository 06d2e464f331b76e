import { compileRules } from './compile-rules.ts';
import type { HeaderFormat } from './header-format.ts';
import { headerReader } from './header-reader.ts';
import type { IdentifierRule } from './identifier-rule.ts';
import { ContentKernel } from './kernel/content-kernel.ts';
import { IdentifierSink } from './kernel/identifier-sink.ts';
import { LineKernel } from './kernel/line-kernel.ts';
import { RuleKernel } from './kernel/rule-kernel.ts';
import { type Widening, widenedContent } from './widening.ts';

/** What a kernel has to find in lines. */
export interface ScanProgram {
  readonly header: HeaderFormat;
  /** `pattern` rules are none of its business. */
  readonly identifiers: readonly IdentifierRule[];
}

/**
 * Turns whole lines into rows. What it found lies in its arrays, of which the first `rows` (`moreCount` and so on) places are
 * valid until the next call. Offsets count from where the caller counts.
 */
export interface ScanKernel {
  /**
   * @param bytes hold whole lines at `[from, to)`, each ending in LF
   * @param offset of `bytes[0]`, at least -2^31; all of `offset + to` below 2^31
   */
  scan(bytes: Uint8Array, from: number, to: number, offset: number): void;
  /** Forgets the rows, not what was learnt. */
  clear(): void;
  readonly rows: number;
  /** Of all lines ever scanned. */
  readonly blankLines: number;
  readonly joinedLines: number;
  readonly headerlessLines: number;
  /** Number of each row's signature, counted from 0 as they came; `BLANK` or `JOINED` for a line without one. */
  readonly signature: Int32Array;
  /** Milliseconds since 1970, NaN where there is none. */
  readonly time: Float64Array;
  /** Offset of the line's first byte. */
  readonly start: Int32Array;
  readonly severity: Int32Array;
  /** (offset of the content, low and high half of its hash) of the signatures that the last scan saw first. */
  readonly fresh: Int32Array;
  readonly freshCount: number;
  readonly content: {
    /** Plain numbers of all rows in order. */
    readonly numbers: Float32Array;
    readonly numberCount: number;
  };
  readonly identifiers: FoundIdentifiers;
  readonly sketches: FoundSketches;
}

export interface FoundIdentifiers {
  /** Shape [rows, rules]: number of the first identifier of each row, -1 where there is none. */
  readonly first: Int32Array;
  /** (rule, row, number) of all further ones. */
  readonly more: Int32Array;
  readonly moreCount: number;
  /** (rule, offset of the first byte, length) of the identifiers that the last scan saw first. */
  readonly fresh: Int32Array;
  readonly freshCount: number;
}

/** See `ValueSketches`. */
export interface FoundSketches {
  readonly registers: Uint8Array;
  readonly at: Int32Array;
  readonly isDropped: boolean;
}

/** Makes the kernel for a program. */
export type NewScanKernel = (program: ScanProgram) => ScanKernel;

/** The kernel as it runs without WebAssembly. */
export const newPlainKernel: NewScanKernel = (program) => lineKernel(program, (rules) => new ContentKernel(rules));

/** The same, with rare words as values. It keeps no sketches: where values stand depends on counts that no log keeps. */
export function newWidenedKernel(widening: Widening): NewScanKernel {
  return (program) => {
    const kernel = lineKernel(program, (rules) => widenedContent(rules, widening));
    kernel.sketches.drop();
    return kernel;
  };
}

function lineKernel({ header, identifiers }: ScanProgram, contentOf: (rules: RuleKernel) => ContentKernel): LineKernel {
  const { rules, literals, count, columns } = compileRules(identifiers, header.columns.length);
  const sink = new IdentifierSink(identifiers.length);
  const ruleKernel = new RuleKernel(count, rules, literals, sink);
  return new LineKernel(headerReader(header), ruleKernel, contentOf(ruleKernel), sink, columns);
}

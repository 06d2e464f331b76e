import { mineTemplates } from '../../src/core/drain/mine.ts';
import { detectHeader } from '../../src/core/scan/detect-header.ts';
import type { HeaderFormat } from '../../src/core/scan/header-format.ts';
import type { Signature } from '../../src/core/scan/scanned-log.ts';
import { splitLines } from '../../src/core/scan/split-line.ts';
import { tokenize } from '../../src/core/scan/tokens.ts';
import type { ParserSettings } from './settings.ts';

/** The lines of a log with one header taken off, and their signatures. */
interface MaskedLog {
  readonly signatures: readonly Signature[];
  /** Shape [lines]: index into `signatures`. */
  readonly signatureOfLine: readonly number[];
  /** Tokens of the longest signature. */
  readonly longest: number;
  /** Group of each line by the settings of the miner. */
  readonly mined: Map<string, readonly number[]>;
}

/**
 * A log that is parsed with one combination of settings after another. Its lines are split and masked once for each header
 * that the settings lead to, and mined once for each combination that makes a difference to the miner.
 */
export class TunableLog {
  private readonly lines: readonly string[];
  private readonly sample: readonly string[];
  private readonly headers = new Map<string, HeaderFormat>();
  private readonly masked = new Map<string, MaskedLog>();

  /**
   * @param lines of the log
   * @param sample those of them that decide on the header
   */
  constructor(lines: readonly string[], sample: readonly string[]) {
    this.lines = lines;
    this.sample = sample;
  }

  /** @returns the group of each line; settings with the same effect give the same array */
  parse(settings: ParserSettings): readonly number[] {
    const { signatures, signatureOfLine, longest, mined } = this.mask(this.header(settings));
    const { similarity, depth, enumeration, maxChildren } = settings;
    const maxTokens = Math.min(settings.maxTokens, longest);
    const key = [similarity, depth, enumeration, maxChildren, maxTokens].join(' ');
    const known = mined.get(key);
    if (known) return known;
    const cut = signatures.map((signature) => ({ ...signature, tokens: signature.tokens.slice(0, maxTokens) }));
    const { keyOfSignature } = mineTemplates(cut, { similarity, depth, enumeration, maxChildren });
    const groups = signatureOfLine.map((signature) => keyOfSignature[signature] as number);
    mined.set(key, groups);
    return groups;
  }

  private header({ anchorShare, datedShare, longestGap }: ParserSettings): HeaderFormat {
    const key = [anchorShare, datedShare, longestGap].join(' ');
    const header = this.headers.get(key) ?? detectHeader(this.sample, { anchorShare, datedShare, longestGap });
    this.headers.set(key, header);
    return header;
  }

  private mask(header: HeaderFormat): MaskedLog {
    const key = JSON.stringify(header);
    const masked = this.masked.get(key) ?? maskLines(this.lines, header);
    this.masked.set(key, masked);
    return masked;
  }
}

function maskLines(lines: readonly string[], header: HeaderFormat): MaskedLog {
  const signatures: { tokens: readonly string[]; numbers: number; count: number; firstLine: number }[] = [];
  const indexOf = new Map<string, number>();
  const signatureOfLine = splitLines(lines, header).map(({ content }, line) => {
    const tokens = tokenize(lines[line]?.slice(content) ?? '');
    const text = tokens.join(' ');
    const index = indexOf.get(text) ?? signatures.push({ tokens, numbers: 0, count: 0, firstLine: line }) - 1;
    indexOf.set(text, index);
    const signature = signatures[index];
    if (signature) signature.count++;
    return index;
  });
  const longest = Math.max(0, ...signatures.map(({ tokens }) => tokens.length));
  return { signatures, signatureOfLine, longest, mined: new Map() };
}

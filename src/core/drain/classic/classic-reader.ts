import type { CompilePattern, LinePattern } from '../../scan/line-pattern.ts';
import { MAX_TOKENS, WILDCARD } from '../../scan/tokens.ts';
import { type LogFormat, readLogFormat } from './log-format.ts';

const MOST_MASKS = 20;

/** The parameters of Drain as published. Plain data: it crosses threads and can be stored. */
export interface ClassicSettings {
  /** As {@link readLogFormat} reads it. */
  readonly logFormat: string;
  /** Expressions whose matches in the content are parameters, applied one after another. */
  readonly masks: readonly string[];
  /** Share of equal tokens from which on a line joins a cluster, in (0, 1]; the paper's `st`. */
  readonly similarity: number;
  /** Levels of the tree: root, token count, `depth - 3` leading tokens, clusters; from 3 on. */
  readonly depth: number;
  /** Children of one node, from 1 on; the paper's `maxChild`. */
  readonly maxChildren: number;
}

export type ClassicReaderResult =
  | { readonly ok: true; readonly reader: ClassicReader }
  /** `message` is a sentence. */
  | { readonly ok: false; readonly message: string };

/** Compiles the expressions of the settings; what is wrong with one of them comes back as a sentence. */
export function makeClassicReader(
  { logFormat, masks }: Pick<ClassicSettings, 'logFormat' | 'masks'>,
  compile: CompilePattern,
): ClassicReaderResult {
  if (masks.length > MOST_MASKS) {
    return { ok: false, message: `There are ${masks.length} masks, more than ${MOST_MASKS}.` };
  }
  const format = readLogFormat(logFormat, compile);
  if (!format.ok) return format;
  const patterns: LinePattern[] = [];
  for (const mask of masks) {
    const result = compile(mask);
    if (!result.ok) return { ok: false, message: `The mask ${mask} cannot be used. ${result.message}` };
    patterns.push(result.pattern);
  }
  return { ok: true, reader: new ClassicReader(format.format, patterns) };
}

/** Takes lines apart as logparser does: header off, masks on, split at white space. */
export class ClassicReader {
  private readonly format: LogFormat;
  private readonly masks: readonly LinePattern[];

  constructor(format: LogFormat, masks: readonly LinePattern[]) {
    this.format = format;
    this.masks = masks;
  }

  /**
   * @returns content with `<*>` for what a mask matches, tokens one space apart, at most {@link MAX_TOKENS};
   * `undefined` for a line that does not have the log format
   */
  read(line: string): string | undefined {
    const content = this.contentOf(line);
    if (content === undefined) return undefined;
    const masked = this.masks.reduce((text, mask) => mask.replace(text, WILDCARD), content);
    return masked.trim().split(/\s+/).slice(0, MAX_TOKENS).join(' ');
  }

  /** What stands at `<Content>`, before any mask. */
  contentOf(line: string): string | undefined {
    return this.format.contentOf(line);
  }
}

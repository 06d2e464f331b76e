import type { LogKey } from '../core/base/brand.ts';
import type { SearchQuery } from '../core/report/log-view.ts';

export interface RawLinesRequest {
  readonly session: string;
  readonly line: number;
  readonly each: number;
  readonly sessionOnly: boolean;
}

export interface ViewRequest {
  /** 1-based. */
  readonly lines: readonly number[];
  /** How many bytes of each are read: 4 KiB where it is left out, 1 MiB at most. */
  readonly limit?: number | undefined;
}

export interface SearchRequest extends SearchQuery {
  /** Only lines of this session. */
  readonly session?: string | undefined;
}

export interface LineParameters {
  /** -1 for a blank line. */
  readonly key: LogKey | -1;
  /** One for each `<*>` of the template, in order; undefined where the line, read back, does not have its tokens any more. */
  readonly values: readonly string[] | undefined;
}

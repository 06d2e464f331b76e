import type { LogKey } from '../../base/brand.ts';
import type { Unit } from '../../drain/measure.ts';
import type { ErrorNorm } from './error-norm.ts';
import type { Scaling } from './scaling.ts';

/** The numbers of the lines of a key, in the order of the log: each line is a vector. */
export interface ValueSeries {
  readonly key: LogKey;
  readonly places: readonly SeriesPlace[];
}

/** One number of the vectors. */
export interface SeriesPlace {
  readonly source: PlaceSource;
  readonly scaling: Scaling;
  /** What errors are usual; null where the vectors before do not tell this number, which then is but an input. */
  readonly errors: ErrorNorm | null;
}

/** Where a number comes from. */
export type PlaceSource = LinePlace | SinceBefore | SinceSame;

/** The number under a `<*>`. */
export interface LinePlace {
  readonly kind: 'value';
  readonly wildcard: number;
  readonly nth: number;
  readonly unit: Unit;
}

/** Milliseconds since the event before in its session. */
interface SinceBefore {
  readonly kind: 'since-before';
}

/** Milliseconds since the last line with the same key in the log. */
interface SinceSame {
  readonly kind: 'since-same';
}

import type { SeriesInLog } from './series-in-log.ts';
import { VALUE_HISTORY, type ValueRows } from './value-model.ts';

/** A vector of one of some series, by its number, at a position of {@link SeriesInLog.events}. */
export interface RowAt {
  readonly series: number;
  readonly at: number;
}

/** @param width numbers of a vector */
export function rowsAt(all: readonly SeriesInLog[], rows: readonly RowAt[], width: number): ValueRows {
  const inputs = new Float32Array(rows.length * VALUE_HISTORY * width);
  const targets = new Float32Array(rows.length * width).fill(Number.NaN);
  rows.forEach(({ series, at }, row) => {
    const own = all[series];
    for (let place = 0; own !== undefined && place < own.places; place++) {
      targets[row * width + place] = own.target(at, place);
      for (let step = 0; step < VALUE_HISTORY; step++) {
        inputs[(row * VALUE_HISTORY + step) * width + place] = own.input(at - VALUE_HISTORY + step, place);
      }
    }
  });
  return { series: Int32Array.from(rows, ({ series }) => series), inputs, targets };
}

import { countBelow } from '../../base/count-below.ts';
import type { Nats } from '../../base/units.ts';
import type { ValuedLog } from '../values/line-values.ts';
import { surpriseOfError } from './error-norm.ts';
import { settleOddRows } from './odd-rows.ts';
import { eventsByKey, SeriesInLog } from './series-in-log.ts';
import { rowsAt } from './series-rows.ts';
import { VALUE_HISTORY, type ValueWindows } from './value-model.ts';
import type { SeriesPlace, ValueSeries } from './value-series.ts';

/** An error that one in a thousand has, or fewer. */
const ODD: Nats = Math.log(1000);
/** More rounds than odd numbers that stand close together are of no use. */
const MOST_ROUNDS = 5;

/** A number of a vector, and what was expected in its place. */
export interface Forecast {
  readonly known: SeriesPlace;
  /** Scaled. */
  readonly expected: number;
  /** NaN where the vector has no such number. */
  readonly error: number;
  /** What the scaled number is relative to. */
  readonly base: number;
}

/**
 * Forecasts of the vectors of a log, filled in batch by batch. They come in rounds: the first for all vectors that have a history,
 * the others for those in whose history a number turned out to be odd, with what was expected in its place.
 */
export class ForecastRounds {
  private readonly series: readonly ValueSeries[];
  private readonly inLog: readonly SeriesInLog[];
  private readonly width: number;
  /** First row of each series; shape [series + 1]. */
  private readonly firstRow: readonly number[];
  /** By line of the log: its row, or -1. */
  private readonly rowOf: Int32Array;
  /** Shape [rows, width]. */
  private readonly predicted: Float32Array;
  /** Rows of the round. */
  private asked = new Int32Array(0);
  private rounds = 0;
  private settled: Uint8Array;
  private disturbed: Uint8Array;

  /** @param width numbers of a vector */
  constructor(log: ValuedLog, series: readonly ValueSeries[], width: number) {
    const events = eventsByKey(log, new Set(series.map(({ key }) => key)));
    this.series = series;
    this.width = width;
    this.inLog = series.map((one) => new SeriesInLog(log, one, events.get(one.key) ?? new Int32Array()));
    this.rowOf = new Int32Array(log.values.at.length - 1).fill(-1);
    const firstRow = [0];
    let row = 0;
    for (const own of this.inLog) {
      for (const event of own.events.subarray(VALUE_HISTORY)) this.rowOf[log.sessions.line[event] as number] = row++;
      firstRow.push(row);
    }
    this.firstRow = firstRow;
    this.predicted = new Float32Array(row * width);
    this.settled = new Uint8Array(row);
    this.disturbed = new Uint8Array(row);
  }

  /**
   * Ends a round and begins the next one.
   *
   * @returns number of windows in it; 0: all is foretold
   */
  next(): number {
    this.asked = this.rounds === 0 ? new Int32Array(this.settled.length).map((_, row) => row) : this.settle();
    this.rounds++;
    return this.asked.length;
  }

  /** Windows `from` to `to - 1` of the round. */
  windows(from: number, to: number): ValueWindows {
    const asked = this.asked.subarray(from, to);
    const { series, inputs } = rowsAt(
      this.inLog,
      Array.from(asked, (row) => this.at(row)),
      this.width,
    );
    asked.forEach((row, index) => {
      this.replaceOdd(row, inputs, index);
    });
    return { series, inputs };
  }

  /** @param predicted shape [n, width]: what is expected after the windows of the round from `from` on */
  add(from: number, predicted: Float32Array): void {
    const { width } = this;
    this.asked.subarray(from, from + predicted.length / width).forEach((row, index) => {
      this.predicted.set(predicted.subarray(index * width, (index + 1) * width), row * width);
    });
  }

  /**
   * @param line of the log
   * @returns undefined where the line has no forecast, or one from a history that is odd itself
   */
  of(line: number, place: number): Forecast | undefined {
    const row = this.rowOf[line] as number;
    return row < 0 || this.disturbed[row] === 1 ? undefined : this.forecast(row, place);
  }

  private at(row: number): { readonly series: number; readonly at: number } {
    const series = countBelow(this.firstRow, row + 1) - 1;
    return { series, at: row - (this.firstRow[series] as number) + VALUE_HISTORY };
  }

  private forecast(row: number, place: number): Forecast | undefined {
    const { series, at } = this.at(row);
    const [own, known] = [this.inLog[series], this.series[series]?.places[place]];
    if (own === undefined || known === undefined) return undefined;
    const expected = this.predicted[row * this.width + place] as number;
    return { known, expected, error: own.scaled(at, place) - expected, base: own.base(at, place) };
  }

  private settle(): Int32Array<ArrayBuffer> {
    const odd = settleOddRows(this.firstRow, (row) => this.oddPlaces(row).length > 0, this.settled);
    if (this.rounds < MOST_ROUNDS && odd.affected.length > 0) {
      this.settled = odd.settled;
      return Int32Array.from(odd.affected);
    }
    this.disturbed = odd.disturbed;
    return new Int32Array(0);
  }

  private oddPlaces(row: number): readonly number[] {
    const places = this.series[this.at(row).series]?.places ?? [];
    return [...places.keys()].filter((place) => {
      const found = this.forecast(row, place);
      return found?.known.errors ? surpriseOfError(found.known.errors, found.error, 'empirical') >= ODD : false;
    });
  }

  /** In a window, what was expected takes the place of what was odd. */
  private replaceOdd(row: number, inputs: Float32Array, index: number): void {
    const first = this.firstRow[this.at(row).series] as number;
    for (let step = 0; step < VALUE_HISTORY; step++) {
      const before = row - VALUE_HISTORY + step;
      if (before < first || this.settled[before] !== 1) continue;
      for (const place of this.oddPlaces(before)) {
        const expected = this.predicted[before * this.width + place] as number;
        inputs[(index * VALUE_HISTORY + step) * this.width + place] = expected;
      }
    }
  }
}

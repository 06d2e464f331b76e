import type { Expectations, ExpectedValue, ValuedLog } from '../values/line-values.ts';
import { type ErrorNormName, surpriseOfError, usualErrors } from './error-norm.ts';
import { ForecastRounds } from './forecast-rounds.ts';
import { restored } from './scaling.ts';
import { slotOf } from './series-in-log.ts';
import type { ValueSeries } from './value-series.ts';

/** What numbers were expected of the lines of a log, once all rounds of forecasts are done. */
export class ExpectedValues {
  readonly rounds: ForecastRounds;
  private readonly lines: Int32Array;
  /** By slot of the log: its place in its series, or -1. */
  private readonly placeOf: Int32Array;

  /** @param width numbers of a vector */
  constructor(log: ValuedLog, series: readonly ValueSeries[], width: number) {
    this.rounds = new ForecastRounds(log, series, width);
    this.lines = log.sessions.line;
    this.placeOf = placesOfSlots(log, series);
  }

  /** @param by what errors are judged by */
  judgedBy(by: ErrorNormName): Expectations {
    return { of: (event, slot) => this.of(event, slot, by) };
  }

  private of(event: number, slot: number, by: ErrorNormName): ExpectedValue | undefined {
    const place = this.placeOf[slot] as number;
    const found = place < 0 ? undefined : this.rounds.of(this.lines[event] as number, place);
    if (found === undefined || found.known.errors === null || Number.isNaN(found.error)) return undefined;
    const { known, expected, error, base } = found;
    const { from, to } = usualErrors(found.known.errors, by);
    const { scaling } = known;
    const numberOf = (usual: number) => restored(base + scaling.centre + (expected + usual) * scaling.spread, scaling);
    return { surprise: surpriseOfError(found.known.errors, error, by), from: numberOf(from), to: numberOf(to) };
  }
}

/** Of places that are foretold. */
function placesOfSlots(log: ValuedLog, series: readonly ValueSeries[]): Int32Array {
  const placeOf = new Int32Array(log.values.slots.length).fill(-1);
  for (const { key, places } of series) {
    places.forEach(({ source, errors }, place) => {
      const slot = errors === null || source.kind !== 'value' ? -1 : slotOf(log, key, source);
      if (slot >= 0) placeOf[slot] = place;
    });
  }
  return placeOf;
}

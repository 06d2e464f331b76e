import type { LogKey } from '../../base/brand.ts';
import type { Milliseconds } from '../../base/units.ts';
import type { ValuedLog } from '../values/line-values.ts';
import { fitScaling } from './scaling.ts';
import { numberReader } from './series-in-log.ts';
import type { PlaceSource, SeriesPlace, ValueSeries } from './value-series.ts';

/** Fewer numbers say too little about what follows what. */
export const FEWEST_TRAINING = 150;

/**
 * The numbers in the lines of a key, and the times before them.
 *
 * @param positions to learn from, among `events`
 * @param resolution of the times in the log
 * @returns undefined where no number in the lines varies
 */
export function fitSeries(
  log: ValuedLog,
  key: LogKey,
  events: Int32Array,
  positions: readonly number[],
  resolution: Milliseconds,
): ValueSeries | undefined {
  const place = (source: PlaceSource): readonly SeriesPlace[] => {
    const numberAt = numberReader(log, key, source, events);
    if (positions.filter((at) => !Number.isNaN(numberAt(at))).length < FEWEST_TRAINING) return [];
    const byRatio = source.kind === 'value' ? undefined : { offset: resolution, step: resolution };
    const scaling = fitScaling(numberAt, positions, byRatio);
    return scaling === undefined ? [] : [{ source, scaling, errors: null }];
  };
  const values = log.values.slots.flatMap(({ key: own, kind, wildcard, nth, unit }) =>
    own === key && kind === 'number' ? place({ kind: 'value', wildcard, nth, unit }) : [],
  );
  if (values.length === 0) return undefined;
  return { key, places: [...values, ...place({ kind: 'since-before' }), ...place({ kind: 'since-same' })] };
}

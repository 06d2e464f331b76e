import type { LogKey } from '../../base/brand.ts';
import type { Milliseconds } from '../../base/units.ts';
import { resolutionOf } from '../timing/steps.ts';
import type { ValuedLog } from '../values/line-values.ts';
import { FEWEST_TRAINING, fitSeries } from './fit-series.ts';
import { fitForecast, forecastErrors, forecastRows } from './linear-forecast.ts';
import { eventsByKey, SeriesInLog } from './series-in-log.ts';
import { type RowAt, rowsAt } from './series-rows.ts';
import { distances, tells } from './usual-distance.ts';
import { VALUE_HISTORY, type ValueTraining } from './value-model.ts';
import type { ValueSeries } from './value-series.ts';

/** Fewer held-out vectors say too little about errors. */
export const FEWEST_HELD_OUT = 60;
/** Rows of a series, evenly spread where there are more. */
const MOST_TRAINING = 1024;
const MOST_HELD_OUT = 512;
/** Rows of all series: more of them than updates draw teach a network nothing. */
const MOST_ROWS = 1 << 17;

/** Series that may be foretold, with what a network learns from. */
export interface Foretellable {
  readonly series: readonly ValueSeries[];
  readonly training: ValueTraining;
  /** Shape of the held-out targets: distance from the usual number, in scaled units. */
  readonly distance: Float32Array;
}

/**
 * Looks for keys of whose numbers a linear forecast foretells one better than its usual value does: only these are worth a network.
 *
 * @param learnt sessions to learn from
 * @param held sessions that are held out
 * @returns undefined where there are none
 */
export function findSeries(
  log: ValuedLog,
  learnt: readonly number[],
  held: readonly number[],
): Foretellable | undefined {
  const part = partOfEvents(log, learnt, held);
  const resolution = resolutionOf(log.sessions.time);
  const keys = new Set(log.values.slots.filter(({ kind }) => kind === 'number').map(({ key }) => key));
  const found = [...eventsByKey(log, keys)].flatMap(
    ([key, events]) => foretellable(log, key, events, part, resolution) ?? [],
  );
  return found.length === 0 ? undefined : gather(found);
}

interface FoundSeries {
  readonly series: ValueSeries;
  readonly inLog: SeriesInLog;
  /** Positions of vectors. */
  readonly training: readonly number[];
  readonly heldOut: readonly number[];
}

const LEARNT = 1;
const HELD = 2;

function partOfEvents({ sessions }: ValuedLog, learnt: readonly number[], held: readonly number[]): Uint8Array {
  const part = new Uint8Array(sessions.key.length);
  for (const session of learnt) part.fill(LEARNT, sessions.start[session], sessions.start[session + 1]);
  for (const session of held) part.fill(HELD, sessions.start[session], sessions.start[session + 1]);
  return part;
}

/** Positions with a whole history that are in a part. */
function positionsIn(part: Uint8Array, which: number, events: Int32Array, most: number): readonly number[] {
  const positions: number[] = [];
  events.forEach((event, at) => {
    if (at >= VALUE_HISTORY && part[event] === which) positions.push(at);
  });
  return spread(positions, most);
}

function spread(list: readonly number[], most: number): readonly number[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)] as number);
}

function foretellable(
  log: ValuedLog,
  key: LogKey,
  events: Int32Array,
  part: Uint8Array,
  resolution: Milliseconds,
): FoundSeries | undefined {
  const training = positionsIn(part, LEARNT, events, MOST_TRAINING);
  const heldOut = positionsIn(part, HELD, events, MOST_HELD_OUT);
  if (training.length < FEWEST_TRAINING || heldOut.length < FEWEST_HELD_OUT) return undefined;
  const series = fitSeries(log, key, events, training, resolution);
  if (series === undefined) return undefined;
  const found = { series, inLog: new SeriesInLog(log, series, events), training, heldOut };
  return isForetellable(found) ? found : undefined;
}

function isForetellable({ series: { places }, inLog, training, heldOut }: FoundSeries): boolean {
  const rows = (positions: readonly number[]) =>
    rowsAt(
      [inLog],
      positions.map((at) => ({ series: 0, at })),
      places.length,
    );
  const [learnt, held] = [rows(training), rows(heldOut)];
  return places.some(({ source, scaling }, place) => {
    if (source.kind !== 'value') return false;
    const weights = fitForecast(forecastRows(learnt, place, places.length));
    const errors = forecastErrors(weights, forecastRows(held, place, places.length));
    return tells(errors, distances(inLog, place, scaling.spread, training, heldOut));
  });
}

function gather(found: readonly FoundSeries[]): Foretellable {
  const width = Math.max(...found.map(({ series }) => series.places.length));
  const most = Math.max(FEWEST_TRAINING, Math.floor(MOST_ROWS / found.length));
  const inLog = found.map((one) => one.inLog);
  const rowsOf = (positions: (one: FoundSeries) => readonly number[]) =>
    found.flatMap((one, series): RowAt[] => spread(positions(one), most).map((at) => ({ series, at })));
  const heldOut = rowsOf((one) => one.heldOut);
  const distance = new Float32Array(heldOut.length * width).fill(Number.NaN);
  let from = 0;
  for (const { series, inLog: own, training, heldOut: all } of found) {
    const positions = spread(all, most);
    series.places.forEach(({ scaling }, place) => {
      distances(own, place, scaling.spread, training, positions).forEach((one, row) => {
        distance[(from + row) * width + place] = one;
      });
    });
    from += positions.length;
  }
  const training = {
    series: found.length,
    values: width,
    history: VALUE_HISTORY,
    training: rowsAt(
      inLog,
      rowsOf((one) => one.training),
      width,
    ),
    heldOut: rowsAt(inLog, heldOut, width),
  };
  return { series: found.map(({ series }) => series), training, distance };
}

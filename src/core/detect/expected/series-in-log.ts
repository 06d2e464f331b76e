import type { LogKey } from '../../base/brand.ts';
import { countingSort } from '../../base/counting-sort.ts';
import { sessionAt } from '../../sequence/session-at.ts';
import { levelOf } from '../comparison.ts';
import type { ValuedLog } from '../values/line-values.ts';
import { baseOf, type NumberAt, type Scaling } from './scaling.ts';
import type { LinePlace, PlaceSource, ValueSeries } from './value-series.ts';

/** Numbers further out tell a network nothing more. */
const FURTHEST = 4;

/** The vectors of a series in a log. */
export class SeriesInLog {
  /** Of the session table, in the order of the log. */
  readonly events: Int32Array;
  readonly places: number;
  private readonly scaling: readonly Scaling[];
  private readonly levelAt: readonly NumberAt[];
  private readonly isTarget: readonly boolean[];

  /** @param events of {@link eventsByKey} */
  constructor(log: ValuedLog, { key, places }: ValueSeries, events: Int32Array) {
    this.events = events;
    this.places = places.length;
    this.scaling = places.map(({ scaling }) => scaling);
    this.isTarget = places.map(({ source }) => source.kind === 'value');
    this.levelAt = places.map(({ source, scaling }) => {
      const numberAt = numberReader(log, key, source, events);
      return (at) => levelOf(numberAt(at), scaling);
    });
  }

  /** What a number is compared by; NaN where the vector has none. */
  level(at: number, place: number): number {
    return this.levelAt[place]?.(at) ?? Number.NaN;
  }

  /** What the scaled number is relative to. */
  base(at: number, place: number): number {
    const [scaling, levelAt] = [this.scaling[place], this.levelAt[place]];
    return scaling && levelAt ? baseOf(scaling, levelAt, at) : Number.NaN;
  }

  scaled(at: number, place: number): number {
    const scaling = this.scaling[place];
    if (scaling === undefined) return Number.NaN;
    return (this.level(at, place) - this.base(at, place) - scaling.centre) / scaling.spread;
  }

  /** As the network learns to foretell it: NaN where there is none, and for times. */
  target(at: number, place: number): number {
    return this.isTarget[place] ? this.scaled(at, place) : Number.NaN;
  }

  /** As the network sees it: 0 where there is none. */
  input(at: number, place: number): number {
    const scaled = at < 0 ? 0 : this.scaled(at, place);
    return Number.isNaN(scaled) ? 0 : Math.max(-FURTHEST, Math.min(FURTHEST, scaled));
  }
}

/** Events of some keys, by key, in the order of the log; one for each line, whatever the number of sessions that it belongs to. */
export function eventsByKey(
  { sessions: { key, line }, values }: ValuedLog,
  keys: ReadonlySet<number>,
): ReadonlyMap<LogKey, Int32Array> {
  const wanted = key.map((_, event) => event).filter((event) => keys.has(key[event] as number));
  const inOrder = countingSort(wanted, (event) => line[event] as number, values.at.length - 1);
  const firstOfLine = inOrder.filter((event, i) => i === 0 || line[event] !== line[inOrder[i - 1] as number]);
  const byKey = countingSort(firstOfLine, (event) => key[event] as number, values.firstSlot.length - 1);
  const events = new Map<LogKey, Int32Array>();
  let from = 0;
  for (let to = 1; to <= byKey.length; to++) {
    const own = key[byKey[from] as number] as LogKey;
    if (to < byKey.length && key[byKey[to] as number] === own) continue;
    events.set(own, byKey.subarray(from, to));
    from = to;
  }
  return events;
}

/** Reads the numbers of one source. */
export function numberReader(log: ValuedLog, key: LogKey, source: PlaceSource, events: Int32Array): NumberAt {
  const { start, time } = log.sessions;
  const timeOf = (event: number) => time[event] as number;
  if (source.kind === 'since-before') {
    return (at) => {
      const event = events[at] as number;
      const isFirst = start[sessionAt(log.sessions, event)] === event;
      return isFirst ? Number.NaN : Math.max(0, timeOf(event) - timeOf(event - 1));
    };
  }
  if (source.kind === 'since-same') {
    return (at) =>
      at === 0 ? Number.NaN : Math.max(0, timeOf(events[at] as number) - timeOf(events[at - 1] as number));
  }
  const slot = slotOf(log, key, source);
  return slot < 0 ? () => Number.NaN : (at) => valueAt(log, events[at] as number, slot);
}

/** Slot of the log that a place is; -1 where the log has none. */
export function slotOf({ values }: ValuedLog, key: LogKey, { wildcard, nth, unit }: LinePlace): number {
  return values.slots.findIndex(
    (slot) =>
      slot.key === key &&
      slot.wildcard === wildcard &&
      slot.nth === nth &&
      slot.kind === 'number' &&
      slot.unit === unit,
  );
}

function valueAt({ sessions, values }: ValuedLog, event: number, slot: number): number {
  const line = sessions.line[event] as number;
  const at = (values.at[line] as number) + slot - (values.firstSlot[sessions.key[event] as number] as number);
  return at < (values.at[line + 1] as number) ? (values.value[at] as number) : Number.NaN;
}

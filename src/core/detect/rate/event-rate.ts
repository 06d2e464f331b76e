import { formatCount, formatDuration, formatNumberOf } from '../../base/format.ts';
import type { Nats } from '../../base/units.ts';
import type { SessionTable } from '../../sequence/session-table.ts';
import { surpriseBelow } from '../norm.ts';
import type { Blame, SessionDetector, SessionJudge, TextOf } from '../session-detector.ts';
import { fitRates, type KeyRate, type RateNorms } from './rate-norms.ts';
import { BURSTS, type CountedKey, isStream, NEW_KEYS, type RecentEvents, Recurrences } from './recurrences.ts';

/** Events of a key that came closer together than usual. */
interface Burst {
  readonly surprise: Nats;
  readonly key: CountedKey;
  readonly events: number;
  /** How long they took, in the unit of the norms. */
  readonly elapsed: number;
  /** The last of them. */
  readonly event: number;
  readonly rate: KeyRate;
  readonly burst: number;
}

interface RateDetector extends SessionDetector<SessionTable, RateNorms> {
  /** @param before see {@link Recurrences} */
  judge(norms: RateNorms, log: SessionTable, before?: RecentEvents): SessionJudge;
}

/**
 * How often the events of each key come, in a log that was cut into windows: how long the latest 4, 10 and 30 of them took, at
 * each event, whichever windows they fall into. Keys that training never saw have a rate together, so that many of them at once
 * stand out also where new ones keep coming.
 */
export const eventRate: RateDetector = {
  fit: fitRates,

  judge(norms, log, before) {
    const bursts = burstsOf(norms, log, before);
    return {
      score: (session) => bursts[session]?.surprise ?? 0,
      explain(session, textOf) {
        const burst = bursts[session];
        return burst && blameOf(burst, norms, burst.event - (log.start[session] as number), textOf);
      },
    };
  },
};

/** The oddest burst of each session that has one. */
function burstsOf(
  norms: RateNorms,
  log: SessionTable,
  before: RecentEvents | undefined,
): readonly (Burst | undefined)[] {
  const oddest: (Burst | undefined)[] = [];
  eachBurst(norms, log, before, (burst, session) => {
    const own = { ...burst, surprise: burst.surprise - Math.log(lengthOf(log, session)) };
    if (own.surprise > (oddest[session]?.surprise ?? 0)) oddest[session] = own;
  });
  return oddest;
}

/** How odd the latest events of its key are at each event of a log, in nats; shape [events]. */
export function burstSurprise(norms: RateNorms, log: SessionTable): Float64Array {
  const surprise = new Float64Array(log.key.length);
  eachBurst(norms, log, undefined, (burst) => {
    surprise[burst.event] = Math.max(surprise[burst.event] as number, burst.surprise);
  });
  return surprise;
}

function eachBurst(
  norms: RateNorms,
  log: SessionTable,
  before: RecentEvents | undefined,
  visit: (burst: Burst, session: number) => void,
): void {
  if (norms.keys.length === 0 || !isStream(log)) return;
  const rates = new Map<number, KeyRate>(norms.keys.map((rate) => [rate.key, rate]));
  const never: KeyRate = { key: NEW_KEYS, count: 0, bursts: BURSTS.map(() => null) };
  const recurrences = new Recurrences(log, before);
  for (let session = 0; session < log.count; session++) {
    const keyOf = (key: number) => rates.get(key)?.key ?? NEW_KEYS;
    recurrences.each(session, keyOf, (key, burst, elapsed, event) => {
      const rate = rates.get(key) ?? never;
      const surprise = surpriseOf(rate, burst, elapsed, norms.span);
      if (surprise > 0) visit({ surprise, key, events: BURSTS[burst] as number, elapsed, event, rate, burst }, session);
    });
  }
}

const lengthOf = ({ start }: SessionTable, session: number) =>
  Math.max(1, (start[session + 1] as number) - (start[session] as number));

function surpriseOf({ count, bursts }: KeyRate, burst: number, elapsed: number, span: number): Nats {
  const known = bursts[burst] ?? null;
  if (typeof known === 'object' && known !== null) return surpriseBelow(known, elapsed);
  if (known !== null && elapsed >= known) return 0;
  return poissonSurprise(BURSTS[burst] as number, (elapsed * (count + 1)) / Math.max(1, span));
}

/** At least -ln of the chance of so many events or more where `mean` are expected (Chernoff). */
function poissonSurprise(events: number, mean: number): Nats {
  if (mean >= events) return 0;
  return events * Math.log(events / Math.max(mean, Number.EPSILON)) - events + mean;
}

function blameOf(
  { key, events, elapsed, rate, burst }: Burst,
  { unit }: RateNorms,
  position: number,
  textOf: TextOf,
): Blame {
  const what = key === NEW_KEYS ? 'lines of new templates' : `times "${textOf(key)}"`;
  const lasting = (time: number) =>
    unit === 'lines' ? formatNumberOf(Math.round(time), 'line') : formatDuration(time);
  const known = rate.bursts[burst] ?? null;
  const usual = typeof known === 'object' ? known?.low : known;
  const usually = typeof usual === 'number' ? `so many took ${lasting(usual)} or more` : 'none came so close together';
  const sentence = `${formatCount(events)} ${what} came within ${lasting(elapsed)}; in training ${usually}.`;
  return { cause: 'unusual-counts', position, sentence };
}

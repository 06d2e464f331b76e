import type { Random } from '../../src/core/base/random.ts';
import type { Cause } from '../../src/core/detect/finding.ts';
import { integer, pick } from './draw.ts';
import type { LineTexts } from './line-text.ts';
import type { LogKind } from './log-kind.ts';
import type { NormalProfile } from './normal-profile.ts';
import { type PlannedLine, type PlannedSession, planSession } from './session.ts';

/** Places tried in one session before another session is tried. */
const PLACES = 40;
/** Sessions tried; every cause finds its place in far fewer. */
const SESSIONS = 1_000;
/** An inserted line follows the one before it closely, so that the next one does not come early. */
const CLOSELY = 0.02;
/** A step time counts as odd only this far outside all normal ones. */
const CLEARLY = 1.5;
/** A session has run on if nearly every normal one ends there. */
const SURE_END = 0.9;

export interface Planting {
  readonly kind: LogKind;
  readonly profile: NormalProfile;
  readonly texts: LineTexts;
  readonly random: Random;
  /** A message no normal session logs. */
  readonly unknownMessage: () => string;
}

export interface AnomalousSession {
  readonly session: PlannedSession;
  /** The line that is odd; the last one where a session ends early. */
  readonly odd: PlannedLine;
}

/**
 * A session with one anomaly of the given cause.
 *
 * @throws Error if the kind's workflows have no place for it
 */
export function planAnomalousSession(planting: Planting, cause: Cause): AnomalousSession {
  const { kind, random } = planting;
  for (let tries = 0; tries < SESSIONS; tries++) {
    const session = planSession(kind, random, cause === 'unusual-counts');
    const odd = PLANTERS[cause](planting, session);
    if (odd) return { session, odd };
  }
  throw new Error(`the workflows of ${kind.name} have no place for ${cause}`);
}

/** Changes the session and gives its odd line back, or leaves it alone where it has no place for the cause. */
type Planter = (planting: Planting, session: PlannedSession) => PlannedLine | undefined;

const PLANTERS: Readonly<Record<Cause, Planter>> = {
  'new-template': ({ random, unknownMessage }, session) =>
    session.lines.length < 2
      ? undefined
      : insert(session, integer(random, 1, session.lines.length - 1), unknownMessage()),
  'unexpected-key': (planting, session) =>
    planting.random.uniform() < 0.5 ? insertKnown(planting, session) : swapTwo(planting, session),
  'ended-early': endEarly,
  'ran-on': runOn,
  'unusual-counts': (_, session) => session.excess,
  'odd-parameter': oddParameter,
  'slow-step': (planting, session) => changeGap(planting, session, 3 + 7 * planting.random.uniform()),
  'fast-step': (planting, session) => changeGap(planting, session, 1 / (3 + 7 * planting.random.uniform())),
};

function insert(session: PlannedSession, index: number, message: string): PlannedLine | undefined {
  const before = session.lines[index - 1];
  const after = session.lines[index];
  if (!before || !after) return undefined;
  const odd = { ...before, at: before.at + CLOSELY * (after.at - before.at), message };
  session.lines.splice(index, 0, odd);
  return odd;
}

function insertKnown({ profile, random }: Planting, session: PlannedSession): PlannedLine | undefined {
  for (let tries = 0; tries < PLACES && session.lines.length > 2; tries++) {
    const index = integer(random, 1, session.lines.length - 1);
    const message = pick(random, profile.messages);
    if (!profile.mayFollow(session.lines, index, message)) return insert(session, index, message);
  }
  return undefined;
}

/** Two lines change places; their times stay. */
function swapTwo({ profile, random }: Planting, session: PlannedSession): PlannedLine | undefined {
  const { lines } = session;
  for (let tries = 0; tries < PLACES && lines.length > 3; tries++) {
    const index = integer(random, 1, lines.length - 2);
    const other = integer(random, index + 1, lines.length - 1);
    const early = lines[index];
    const late = lines[other];
    if (!early || !late || profile.mayFollow(lines, index, late.message)) continue;
    const odd = { ...late, at: early.at };
    lines[index] = odd;
    lines[other] = { ...early, at: late.at };
    return odd;
  }
  return undefined;
}

function endEarly({ profile, random }: Planting, session: PlannedSession): PlannedLine | undefined {
  const latest = Math.floor(session.lines.length * 0.7);
  for (let tries = 0; tries < PLACES && latest > 2; tries++) {
    const lines = session.lines.slice(0, integer(random, 2, latest));
    if (profile.endShare(lines) > 0) continue;
    session.lines = lines;
    return lines.at(-1);
  }
  return undefined;
}

/** After its end the session repeats a few of its own lines. */
function runOn({ profile, random }: Planting, session: PlannedSession): PlannedLine | undefined {
  const { lines } = session;
  const end = lines.at(-1);
  if (!end || profile.endShare(lines) < SURE_END) return undefined;
  for (let tries = 0; tries < PLACES && lines.length > 6; tries++) {
    const from = integer(random, 1, lines.length - 4);
    const again = lines.slice(from, from + integer(random, 2, 4));
    const first = again[0];
    const gap = first && profile.gapBefore(first.message);
    if (!gap || profile.mayFollow(lines, lines.length, first.message)) continue;
    const repeated = again.map((line) => ({ ...line, at: end.at + gap.mean + line.at - first.at }));
    session.lines = [...lines, ...repeated];
    return repeated[0];
  }
  return undefined;
}

/** One number lies 6 to 12 deviations off, below the mean only where that stays positive. */
function oddParameter({ kind, texts, random }: Planting, session: PlannedSession): PlannedLine | undefined {
  const places = session.lines.flatMap((line, index) =>
    texts.numbersIn(line.message).map((field) => ({ line, index, field })),
  );
  if (places.length === 0) return undefined;
  const place = pick(random, places);
  const field = kind.fields[place.field];
  if (field?.kind !== 'number') return undefined;
  const distance = (6 + 6 * random.uniform()) * field.deviation;
  const below = random.uniform() < 0.5 && field.mean - distance > 0;
  const value = field.show(below ? field.mean - distance : field.mean + distance);
  const odd = { ...place.line, override: { field: place.field, value } };
  session.lines[place.index] = odd;
  return odd;
}

/** Makes one step take `factor` times its usual time; what follows moves along. */
function changeGap({ kind, profile, random }: Planting, session: PlannedSession, factor: number) {
  const { lines } = session;
  for (let tries = 0; tries < PLACES && lines.length > 1; tries++) {
    const index = integer(random, 1, lines.length - 1);
    const before = lines[index - 1];
    const line = lines[index];
    const usual = line && profile.gapBefore(line.message);
    if (!before || !usual || !line.serial || usual.mean < 5 * kind.resolution) continue;
    const gap = factor * usual.mean;
    if (gap < CLEARLY * usual.max && gap > usual.min / CLEARLY) continue;
    const shift = before.at + gap - line.at;
    session.lines = lines.map((each, at) => (at < index ? each : { ...each, at: each.at + shift }));
    return session.lines[index];
  }
  return undefined;
}

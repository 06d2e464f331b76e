import type { Random } from '../../src/core/base/random.ts';
import type { Milliseconds } from '../../src/core/base/units.ts';
import { sessionTable } from '../../src/core/sequence/session-table.fixture.ts';
import type { SessionTable } from '../../src/core/sequence/session-table.ts';

/** How sessions run: the steps in order, each taken or left out by itself. Keys are indices of steps. */
export type Plan = readonly PlannedStep[];

export interface PlannedStep {
  /** Of the sessions that take it. */
  readonly share: number;
  /** Median of how long it takes. */
  readonly takes: Milliseconds;
}

/** What differs between two plans. */
export interface Planted {
  readonly appeared: number;
  readonly vanished: number;
  readonly halved: number;
  readonly slower: number;
}

const STEPS = 24;
/** Of the logarithm of times: a step in six takes 1.6 times its median or longer. */
const SPREAD = 0.5;

/** The first and the last step are always taken; that at `STEPS / 2` never is. */
export function randomPlan(random: Random): Plan {
  return Array.from({ length: STEPS }, (_, at) => {
    const isEnd = at === 0 || at === STEPS - 1;
    const optional = at === STEPS / 2 ? 0 : 0.05 + 0.9 * random.uniform();
    return { share: isEnd ? 1 : optional, takes: 10 * 300 ** random.uniform() };
  });
}

/** The plan after a deployment: a step that is new, one that is gone, one half as frequent, and one that takes twice as long. */
export function changedPlan(plan: Plan): { readonly plan: Plan; readonly planted: Planted } {
  const byShare = [...plan.keys()].slice(1, -1).sort((a, b) => shareOf(plan, b) - shareOf(plan, a));
  const planted = {
    appeared: STEPS / 2,
    slower: byShare[0] ?? 0,
    halved: byShare[2] ?? 0,
    vanished: byShare[STEPS / 2] ?? 0,
  };
  const changed = plan.map(({ share, takes }, at) => {
    if (at === planted.appeared) return { share: 0.05, takes };
    if (at === planted.vanished) return { share: 0, takes };
    if (at === planted.halved) return { share: share / 2, takes };
    return { share, takes: at === planted.slower ? 2 * takes : takes };
  });
  return { plan: changed, planted };
}

export function planSessions(plan: Plan, count: number, random: Random): SessionTable {
  const keys: number[][] = [];
  const times: Milliseconds[][] = [];
  for (let session = 0; session < count; session++) {
    const taken = [...plan.keys()].filter((at) => random.uniform() < shareOf(plan, at));
    let clock = 1000 * session;
    keys.push(taken);
    times.push(taken.map((at) => (clock += (plan[at]?.takes ?? 0) * Math.exp(SPREAD * random.normal()))));
  }
  return sessionTable(keys, times);
}

const shareOf = (plan: Plan, at: number) => plan[at]?.share ?? 0;

import { createRandom } from '../../src/core/base/random.ts';
import { type Comparison, compareProfiles } from '../../src/core/compare/compare.ts';
import type { Edge } from '../../src/core/compare/edges.ts';
import { profileOf } from '../../src/core/compare/profile.ts';
import { changedPlan, type Plan, type Planted, planSessions, randomPlan } from './planted-sessions.ts';

export const FAMILIES = ['templates', 'edges', 'steps'] as const;
export type Family = (typeof FAMILIES)[number];

export const PLANTED = ['appeared', 'vanished', 'halved', 'slower'] as const;

export interface ComparisonAccuracy {
  readonly seeds: number;
  /** Of each side. */
  readonly sessions: number;
  /** Share of the seeds in which anything is said to have changed where nothing did. */
  readonly falseAlarms: Readonly<Record<Family, number>>;
  /** Of what is said to have changed, the share that did not, where four things did; mean over the seeds. */
  readonly falseDiscoveries: Readonly<Record<Family, number>>;
  /** Share of the seeds in which the change is found. */
  readonly found: Readonly<Record<(typeof PLANTED)[number], number>>;
}

/** Pairs of generated logs whose differences are known, and what the comparison says of them. @param sessions of each log */
export function measureComparison(seeds: number, sessions: number): ComparisonAccuracy {
  const results = Array.from({ length: seeds }, (_, at) => measureOne(at + 1, sessions));
  const mean = (of: (result: Measured) => number) => results.reduce((sum, result) => sum + of(result), 0) / seeds;
  const perFamily = (of: (result: Measured, family: Family) => number) => ({
    templates: mean((result) => of(result, 'templates')),
    edges: mean((result) => of(result, 'edges')),
    steps: mean((result) => of(result, 'steps')),
  });
  return {
    seeds,
    sessions,
    falseAlarms: perFamily(({ unchanged }, family) => Number(unchanged[family].all > 0)),
    falseDiscoveries: perFamily(({ changed }, family) => changed[family].wrong / Math.max(1, changed[family].all)),
    found: {
      appeared: mean(({ found }) => Number(found.has('appeared'))),
      vanished: mean(({ found }) => Number(found.has('vanished'))),
      halved: mean(({ found }) => Number(found.has('halved'))),
      slower: mean(({ found }) => Number(found.has('slower'))),
    },
  };
}

interface Measured {
  readonly unchanged: Tally;
  readonly changed: Tally;
  readonly found: ReadonlySet<(typeof PLANTED)[number]>;
}

type Tally = Readonly<Record<Family, { readonly all: number; readonly wrong: number }>>;

function measureOne(seed: number, sessions: number): Measured {
  const random = createRandom(7919 * seed);
  const plan = randomPlan(random);
  const after = changedPlan(plan);
  const profile = (of: Plan) => profileOf(planSessions(of, sessions, random), [...Array(sessions).keys()]);
  const before = profile(plan);
  const changes = compareProfiles(before, profile(after.plan));
  return {
    unchanged: tally(compareProfiles(before, profile(plan)), undefined),
    changed: tally(changes, after.planted),
    found: foundIn(changes, after.planted),
  };
}

/** Edges over a step whose share changed have another share too; steps take as long as the one they lead to. */
function tally({ templates, edges, steps }: Comparison, planted: Planted | undefined): Tally {
  const shifted = planted ? [planted.appeared, planted.vanished, planted.halved] : [];
  const isShifted = ({ from, to }: Edge) => shifted.some((step) => from < step && step <= to);
  const sure = templates.filter((change) => change.sure);
  return {
    templates: { all: sure.length, wrong: sure.filter(({ what }) => !shifted.includes(what)).length },
    edges: { all: edges.length, wrong: edges.filter(({ what }) => !isShifted(what)).length },
    steps: { all: steps.length, wrong: steps.filter(({ what }) => what.to !== planted?.slower).length },
  };
}

function foundIn({ templates, steps }: Comparison, planted: Planted): Measured['found'] {
  const hasTemplate = (key: number, change: string) =>
    templates.some((one) => one.sure && one.what === key && one.change === change);
  const found = new Set<(typeof PLANTED)[number]>();
  if (hasTemplate(planted.appeared, 'appeared')) found.add('appeared');
  if (hasTemplate(planted.vanished, 'vanished')) found.add('vanished');
  if (hasTemplate(planted.halved, 'less')) found.add('halved');
  if (steps.some(({ what, change }) => what.to === planted.slower && change === 'slower')) found.add('slower');
  return found;
}

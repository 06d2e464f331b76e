import type { LogKey } from '../base/brand.ts';
import { type Cut, findCut } from './cuts.ts';
import { type Follows, followsOf } from './follows.ts';
import { NOISE } from './noise.ts';
import { NOTHING, optional, type ProcessTree, partsOf } from './process-tree.ts';
import { merged, sessionsOf, type Variant } from './variants.ts';

/**
 * The workflow behind some sessions: an inductive miner (Leemans et al., 2013 and 2014) that takes keys apart by the strongest cut,
 * divides the sessions accordingly, and goes on with each part. What fewer than {@link NOISE} of the sessions do is left out.
 *
 * @param variants in an order that depends on nothing but themselves
 */
export function discoverWorkflow(variants: readonly Variant[]): ProcessTree {
  const filled = variants.filter(({ keys }) => keys.length > 0);
  if (filled.length === 0) return NOTHING;
  const all = sessionsOf(variants);
  const some = sessionsOf(filled);
  if (some < NOISE * all) return NOTHING;
  const tree = discoverFilled(merged(filled));
  return all - some >= NOISE * all ? optional(tree) : tree;
}

function discoverFilled(variants: readonly Variant[]): ProcessTree {
  const follows = followsOf(variants);
  const [only, second] = follows.keys;
  if (only !== undefined && second === undefined) return repeated(only as LogKey, variants);
  const cut = findCut(follows);
  if (cut !== undefined) return divide(cut, follows, variants);
  return onceEach(follows, variants) ?? anyOrder(follows);
}

function repeated(key: LogKey, variants: readonly Variant[]): ProcessTree {
  const step: ProcessTree = { is: 'step', key };
  const often = sessionsOf(variants.filter(({ keys }) => keys.length > 1));
  return often >= NOISE * sessionsOf(variants) ? { is: 'loop', body: step, again: [NOTHING] } : step;
}

function divide(cut: Cut, follows: Follows, variants: readonly Variant[]): ProcessTree {
  if (cut.is === 'loop') return divideLoop(cut.parts, follows, variants);
  if (cut.is === 'choice') return partsOf('choice', usual(divideChoice(cut.parts, variants)).map(discoverWorkflow));
  const parts = cut.is === 'sequence' ? leftOutTogether(cut.parts, variants) : cut.parts;
  return partsOf(
    cut.is,
    parts.map((part) => discoverWorkflow(onlyOf(part, variants))).filter((tree) => tree.is !== 'nothing'),
  );
}

/** Without branches that are much rarer than the most frequent one. */
function usual(branches: readonly (readonly Variant[])[]): readonly (readonly Variant[])[] {
  const most = Math.max(...branches.map(sessionsOf));
  return branches.filter((branch) => sessionsOf(branch) >= NOISE * most);
}

/** Neighbours in a sequence that the same sessions leave out are one part, which may be left out as a whole. */
function leftOutTogether(parts: Cut['parts'], variants: readonly Variant[]): Cut['parts'] {
  const all = sessionsOf(variants);
  const has = (part: ReadonlySet<number>, { keys }: Variant) => keys.some((key) => part.has(key));
  const share = (isOne: (variant: Variant) => boolean) => sessionsOf(variants.filter(isOne)) / all;
  const joined: ReadonlySet<number>[] = [];
  for (const part of parts.map((keys) => new Set(keys))) {
    const before = joined.at(-1);
    const together =
      before !== undefined &&
      share((one) => !has(part, one)) >= NOISE &&
      share((one) => !has(before, one)) >= NOISE &&
      share((one) => has(part, one) !== has(before, one)) < NOISE;
    if (together) joined.splice(-1, 1, new Set([...before, ...part]));
    else joined.push(part);
  }
  // Sessions without any event are not here, so all of them joined means that no part is left out with another.
  return joined.length > 1 ? joined.map((part) => [...part]) : parts;
}

/** What sessions did of one part. */
function onlyOf(part: readonly number[], variants: readonly Variant[]): readonly Variant[] {
  const own = new Set(part);
  return merged(variants.map(({ keys, count }) => ({ keys: keys.filter((key) => own.has(key)), count })));
}

/** A session made the choice that most of its events are of. */
function divideChoice(parts: Cut['parts'], variants: readonly Variant[]): readonly (readonly Variant[])[] {
  const divided = parts.map((): Variant[] => []);
  const sets = parts.map((part) => new Set(part));
  for (const variant of variants) {
    const events = sets.map((part) => variant.keys.filter((key) => part.has(key)).length);
    divided[events.indexOf(Math.max(...events))]?.push(variant);
  }
  return parts.map((part, at) => onlyOf(part, divided[at] ?? []));
}

function divideLoop(parts: Cut['parts'], follows: Follows, variants: readonly Variant[]): ProcessTree {
  const partOf = new Map(parts.flatMap((part, at) => part.map((key) => [key, at] as const)));
  const turns = parts.map((): Variant[] => []);
  for (const { keys, count } of variants) {
    for (const { part, from, to } of turnsOf(keys, partOf, follows)) {
      turns[part]?.push({ keys: keys.slice(from, to), count });
    }
  }
  const [body = NOTHING, ...again] = turns.map((own) => discoverWorkflow(merged(own)));
  return { is: 'loop', body, again: again.length > 0 ? again : [NOTHING] };
}

/** Where a session changes from one part of a loop to another, or begins the body anew. */
function turnsOf(keys: readonly number[], partOf: ReadonlyMap<number, number>, { starts, ends, next }: Follows) {
  const turns: { readonly part: number; readonly from: number; to: number }[] = [];
  let before: number | undefined;
  keys.forEach((key, at) => {
    const part = partOf.get(key) ?? 0;
    const last = turns.at(-1);
    const goesOn = last !== undefined && last.part === part;
    const isAnew =
      before !== undefined && part === 0 && ends.has(before) && starts.has(key) && next.get(before)?.has(key);
    if (goesOn && !isAnew) last.to = at + 1;
    else turns.push({ part, from: at, to: at + 1 });
    before = key;
  });
  return turns;
}

/** A key that nearly every session has exactly once runs beside all others. */
function onceEach({ keys }: Follows, variants: readonly Variant[]): ProcessTree | undefined {
  const all = sessionsOf(variants);
  const isOnce = (key: number) =>
    sessionsOf(variants.filter((one) => one.keys.filter((other) => other === key).length === 1)) >= (1 - NOISE) * all;
  const once = keys.find(isOnce);
  if (once === undefined) return undefined;
  const others = keys.filter((key) => key !== once);
  return partsOf('concurrent', [{ is: 'step', key: once as LogKey }, discoverWorkflow(onlyOf(others, variants))]);
}

/** Nothing is known of the order. */
function anyOrder({ keys }: Follows): ProcessTree {
  const steps = keys.map((key): ProcessTree => ({ is: 'step', key: key as LogKey }));
  return { is: 'loop', body: partsOf('choice', steps), again: [NOTHING] };
}

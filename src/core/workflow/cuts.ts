import { components } from './components.ts';
import type { Follows } from './follows.ts';

/** A way to take keys apart, so that each part can be looked at by itself. */
export interface Cut {
  readonly is: 'choice' | 'sequence' | 'concurrent' | 'loop';
  /** At least two, but for a loop that goes on at once; those of a sequence in order, the body of a loop first. */
  readonly parts: readonly (readonly number[])[];
}

/** The first cut that fits, of those that say most; undefined where none does. Cuts: Leemans et al., 2013. */
export function findCut(follows: Follows): Cut | undefined {
  return choiceCut(follows) ?? sequenceCut(follows) ?? concurrentCut(follows) ?? loopCut(follows);
}

const leads = ({ next }: Follows, a: number, b: number): boolean => next.get(a)?.has(b) ?? false;

/** No key of one part ever comes next to one of another. */
function choiceCut(follows: Follows): Cut | undefined {
  const parts = components(follows.keys, (a, b) => leads(follows, a, b) || leads(follows, b, a));
  return parts.length > 1 ? { is: 'choice', parts } : undefined;
}

/** Later parts are reached from earlier ones, never the other way round. */
function sequenceCut(follows: Follows): Cut | undefined {
  const reach = new Map(follows.keys.map((key) => [key, reachable(follows, key)]));
  const reaches = (a: number, b: number) => reach.get(a)?.has(b) ?? false;
  // Keys on one loop, and keys of which neither leads to the other, stand side by side.
  const parts = components(follows.keys, (a, b) => reaches(a, b) === reaches(b, a));
  if (parts.length < 2) return undefined;
  const before = (a: readonly number[], b: readonly number[]) => a.some((from) => b.some((to) => reaches(from, to)));
  const ordered = parts.map((part) => ({
    part,
    later: parts.filter((other) => other !== part && before(part, other)),
  }));
  ordered.sort((a, b) => b.later.length - a.later.length);
  return { is: 'sequence', parts: ordered.map(({ part }) => part) };
}

function reachable({ next }: Follows, from: number): ReadonlySet<number> {
  const seen = new Set<number>();
  const waiting = [from];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const to of next.get(key) ?? []) {
      if (!seen.has(to)) waiting.push(to);
      seen.add(to);
    }
  }
  return seen;
}

/** Any key of one part comes right before and right after any of another; each part can begin and end. */
function concurrentCut(follows: Follows): Cut | undefined {
  const apart = components(follows.keys, (a, b) => !(leads(follows, a, b) && leads(follows, b, a)));
  const isWhole = (part: readonly number[]) =>
    part.some((key) => follows.starts.has(key)) && part.some((key) => follows.ends.has(key));
  const whole = apart.filter(isWhole);
  const [first, ...others] = whole;
  if (first === undefined || whole.length < 2) return undefined;
  // What cannot begin and end by itself belongs to some part; to which does not matter as long as it is always the same.
  const rest = apart.filter((part) => !isWhole(part)).flat();
  return { is: 'concurrent', parts: [[...first, ...rest].sort((a, b) => a - b), ...others] };
}

/** From an end of the body, through one of the other parts or at once, back to its start. */
function loopCut(follows: Follows): Cut | undefined {
  const { keys, starts, ends } = follows;
  const edge = new Set([...starts, ...ends]);
  const inner = keys.filter((key) => !edge.has(key));
  const parts = components(inner, (a, b) => leads(follows, a, b) || leads(follows, b, a));
  const again = parts.filter((part) => isWayBack(follows, part));
  const body = keys.filter((key) => !again.some((part) => part.includes(key)));
  if (again.length > 0) return { is: 'loop', parts: [body, ...again] };
  const goesOn = [...ends].some((end) => [...starts].some((start) => leads(follows, end, start)));
  return goesOn ? { is: 'loop', parts: [body] } : undefined;
}

/** It is entered from ends alone and left to starts alone, and there is a way from each end and to each start. */
function isWayBack(follows: Follows, part: readonly number[]): boolean {
  const { keys, starts, ends } = follows;
  const others = keys.filter((key) => !part.includes(key));
  const entered = others.filter((from) => part.some((to) => leads(follows, from, to)));
  const left = others.filter((to) => part.some((from) => leads(follows, from, to)));
  return (
    entered.length > 0 &&
    left.length > 0 &&
    entered.every((key) => ends.has(key)) &&
    left.every((key) => starts.has(key))
  );
}

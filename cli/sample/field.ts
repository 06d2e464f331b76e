import type { Random } from '../../src/core/base/random.ts';
import { boundedNormal, integer, pick } from './draw.ts';

/** How long a value holds: for the session, for the branch of it (a replica, a round of a loop), or for one line. */
export type Scope = 'session' | 'branch' | 'line';

export interface TextField {
  readonly kind: 'text';
  readonly scope: Scope;
  draw(random: Random): string;
}

/** A measured value. Normal ones lie within 3 deviations of the mean. */
export interface NumberField {
  readonly kind: 'number';
  readonly scope: Scope;
  readonly mean: number;
  readonly deviation: number;
  draw(random: Random): number;
  show(value: number): string;
}

/**
 * One of the values that another field of scope `branch` had in this session: any of them, which then holds for the scope, or
 * with `nth` the n-th in branch n.
 */
export interface RecalledField {
  readonly kind: 'recalled';
  readonly scope: 'branch' | 'line';
  readonly of: string;
  readonly nth: boolean;
}

export type Field = TextField | NumberField | RecalledField;

export function text(scope: Scope, draw: (random: Random) => string): TextField {
  return { kind: 'text', scope, draw };
}

export function oneOf(scope: Scope, values: readonly string[]): TextField {
  return text(scope, (random) => pick(random, values));
}

/** An integer in [min, max] that tells nothing, such as a port. */
export function anyNumber(scope: Scope, min: number, max: number): TextField {
  return text(scope, (random) => String(integer(random, min, max)));
}

export function normal(scope: Scope, mean: number, deviation: number, decimals = 0): NumberField {
  return {
    kind: 'number',
    scope,
    mean,
    deviation,
    draw: (random) => mean + deviation * boundedNormal(random, 3),
    show: (value) => value.toFixed(decimals),
  };
}

export function anyOf(scope: 'branch' | 'line', of: string): RecalledField {
  return { kind: 'recalled', scope, of, nth: false };
}

export function nthOf(of: string): RecalledField {
  return { kind: 'recalled', scope: 'branch', of, nth: true };
}

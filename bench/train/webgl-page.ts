import { wallClock } from '../median.ts';
import { type Amount, type Comparison, compare } from './compare.ts';

/** {@link compare} on WebGL, in a browser. */
export function compareOnWebgl(text: string, amount: Amount): Promise<Comparison> {
  return compare(text, 'webgl', amount, wallClock);
}

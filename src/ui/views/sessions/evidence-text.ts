/** Less than this rounds to "1.0x". */
const LEAST_GAIN = 0.075;

/**
 * `4.1x more predictable`: out of how many times fewer events the next one comes, as it were, inside sessions than in file order.
 *
 * @param gainBits H(next key | key, file order) - H(next key | key, inside the session)
 */
export function orderInside(gainBits: number): string {
  if (gainBits >= LEAST_GAIN) return `${factor(gainBits)}x more predictable`;
  return gainBits <= -LEAST_GAIN ? `${factor(-gainBits)}x less predictable` : 'as in the file';
}

function factor(bits: number): string {
  const times = 2 ** bits;
  return times < 10 ? times.toFixed(1) : times.toFixed(0);
}

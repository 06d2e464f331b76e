/** The largest of whole numbers; -1 where there is none above. A plain loop: of millions, a callback for each takes most of the time. */
export function largest(values: Int32Array): number {
  let most = -1;
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number;
    if (value > most) most = value;
  }
  return most;
}

/**
 * Values by group in the order they come; of a group with more than `most`, some at equal distances.
 *
 * @param groups number of groups
 * @param each calls `visit` with every group and value; it is run twice
 */
export function sampleGroups(
  groups: number,
  most: number,
  each: (visit: (group: number, value: number) => void) => void,
): readonly Float64Array[] {
  const counts = new Int32Array(groups);
  each((group) => {
    counts[group] = (counts[group] as number) + 1;
  });
  const stride = counts.map((count) => Math.max(1, Math.ceil(count / most)));
  const samples = Array.from(counts, (count, group) => new Float64Array(Math.ceil(count / (stride[group] as number))));
  const seen = new Int32Array(groups);
  each((group, value) => {
    const nth = seen[group] as number;
    seen[group] = nth + 1;
    if (nth % (stride[group] as number) === 0)
      (samples[group] as Float64Array)[nth / (stride[group] as number)] = value;
  });
  return samples;
}

import type { Finding } from '../detect/finding.ts';
import { reasonName } from '../detect/signature.ts';

/** Findings with one reason. */
export interface FindingGroup {
  /** Of its reason, within one log. */
  readonly name: string;
  /** The most surprising first: the best example. */
  readonly findings: readonly [Finding, ...Finding[]];
}

/**
 * @param findings the most surprising first
 * @returns groups in the order of their best examples
 */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const name = reasonName(finding);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [finding]);
    else group.push(finding);
  }
  return Array.from(groups, ([name, found]) => ({ name, findings: found }));
}

/**
 * The finding that a step leads to; groups and the findings in them follow one another as they are listed.
 *
 * @param from the session that is selected; a step from none leads to the first one
 */
export function stepTo(
  groups: readonly FindingGroup[],
  from: string | undefined,
  by: 'group' | 'finding',
  step: 1 | -1,
): Finding | undefined {
  const group = groups.findIndex(({ findings }) => findings.some(({ session }) => session === from));
  if (group < 0) return groups[0]?.findings[0];
  if (by === 'group') return groups[group + step]?.findings[0];
  const all = groups.flatMap(({ findings }) => findings);
  return all[all.findIndex(({ session }) => session === from) + step];
}

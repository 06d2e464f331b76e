import type { Cause, Finding } from '../detect/finding.ts';
import { reasonName } from '../detect/signature.ts';

/** What a list of findings is narrowed to; the parts combine. */
export interface FindingFilter {
  /** None means all. */
  readonly causes: ReadonlySet<Cause>;
  /** From the first to the last time, both included, or 1-based line where findings carry no time; undefined means all. */
  readonly place: { readonly from: number; readonly to: number } | undefined;
  /** Groups that are left out, by {@link reasonName}. */
  readonly hidden: ReadonlySet<string>;
}

export const NO_FILTER: FindingFilter = { causes: new Set(), place: undefined, hidden: new Set() };

/** Whether all findings carry a time; where they do not, they are placed by lines. */
export function areTimed(findings: readonly Finding[]): boolean {
  return findings.every(({ timestamp }) => Number.isFinite(timestamp));
}

/** Where findings are: a time, or a 1-based line. */
function placeOf(findings: readonly Finding[]): (finding: Finding) => number {
  return areTimed(findings) ? ({ timestamp }) => timestamp : ({ line }) => line;
}

/** @returns those that are left, in the order they came */
export function filterFindings(
  findings: readonly Finding[],
  { causes, place, hidden }: FindingFilter,
): readonly Finding[] {
  // A cause that no longer occurs after the threshold moved must not hide everything.
  const present = findings.some(({ cause }) => causes.has(cause));
  const at = placeOf(findings);
  return findings.filter((finding) => {
    if (present && !causes.has(finding.cause)) return false;
    if (place !== undefined && !(at(finding) >= place.from && at(finding) <= place.to)) return false;
    return hidden.size === 0 || !hidden.has(reasonName(finding));
  });
}

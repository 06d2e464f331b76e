import type { LogKey } from '../base/brand.ts';
import { type Edge, edgeShares } from './edges.ts';
import type { Profile } from './profile.ts';
import { type ShareChange, shareChanges } from './share-changes.ts';
import { type StepChange, stepChanges } from './steps.ts';
import { templateShares } from './templates.ts';

/** What differs from side a, the baseline, to side b; the largest changes first. */
export interface Comparison {
  readonly templates: readonly ShareChange<LogKey>[];
  readonly edges: readonly ShareChange<Edge>[];
  readonly steps: readonly StepChange[];
  /** How many of each were looked at. */
  readonly tested: { readonly templates: number; readonly edges: number; readonly steps: number };
}

/**
 * Compares two sets of sessions whose keys stand for the same templates. Templates, edges and steps are corrected for many tests
 * each by themselves, so that the many edges do not hide a template. With both sides swapped, what appeared is what vanished.
 */
export function compareProfiles(a: Profile, b: Profile): Comparison {
  const templates = templateShares(a, b);
  const edges = edgeShares(a, b);
  const { changes, tested } = stepChanges(a, b);
  return {
    templates: shareChanges(templates),
    edges: shareChanges(edges).filter(({ sure }) => sure),
    steps: changes,
    tested: { templates: templates.length, edges: edges.length, steps: tested },
  };
}

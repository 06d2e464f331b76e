import { useCallback, useMemo } from 'react';
import type { Finding } from '../../core/detect/finding.ts';
import { type LaneChoice, lanesByComponent } from '../../core/report/anomaly-lanes.ts';
import { useCommands } from '../context.ts';
import { useLoaded } from '../inspector/use-loaded.ts';

/** Lines that are read back, those of the most surprising findings. */
const MOST_READ = 10_000;
const NOT_READ = 'not read';

/** Lanes by the component of each finding's line; undefined where they are not wanted, not read yet, or cannot be read. */
export function useComponentLanes(findings: readonly Finding[], wanted: boolean): LaneChoice | undefined {
  const { components } = useCommands();
  const load = useCallback(async () => {
    const lines = findings.slice(0, MOST_READ).map(({ line }) => line);
    const names = wanted ? await components(lines) : undefined;
    return names && new Map(lines.map((line, at) => [line, names[at]]));
  }, [components, findings, wanted]);
  const { value: read, stale } = useLoaded(load);
  return useMemo(() => {
    if (read === undefined || stale) return undefined;
    return lanesByComponent(findings, ({ line }) => (read.has(line) ? read.get(line) : NOT_READ));
  }, [read, stale, findings]);
}

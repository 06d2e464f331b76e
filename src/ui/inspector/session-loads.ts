import { useCallback } from 'react';
import type { LineValue } from '../../core/report/line-value.ts';
import type { SessionDetail } from '../../core/report/log-report.ts';
import type { NearestNormal } from '../../core/report/nearest-normal.ts';
import type { Outcome } from '../../core/report/problem.ts';
import type { RawLine } from '../../core/report/raw-line.ts';
import { useAppState, useCommands } from '../context.ts';
import { type Loaded, useLoaded } from './use-loaded.ts';

/** Raw lines on each side of the one in view. */
const EACH_SIDE = 20;

/** Undefined until it is found, and where there is none. A detail that is new means that other sessions may be flagged, and so normal ones no more. */
export function useNearestNormal(detail: SessionDetail): NearestNormal | undefined {
  const { nearestNormal } = useCommands();
  const load = useCallback(() => nearestNormal(detail.session), [nearestNormal, detail]);
  return useLoaded(load).value;
}

/** None until they are read. */
export function useLineValues(line: number, detail: SessionDetail): readonly LineValue[] {
  const { lineValues } = useCommands();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other sessions may be flagged now, as above
  const load = useCallback(() => lineValues(line), [lineValues, line, detail]);
  const { value = [], stale } = useLoaded(load);
  return stale ? [] : value;
}

export function useRawLines(session: string, line: number, sessionOnly: boolean): Loaded<Outcome<readonly RawLine[]>> {
  const { rawLines } = useCommands();
  const load = useCallback(
    () => rawLines({ session, line, each: EACH_SIDE, sessionOnly }),
    [rawLines, session, line, sessionOnly],
  );
  return useLoaded(load);
}

/** After all else: the first time it waits for the workflow. */
export function useDiagnosis(detail: SessionDetail): string | undefined {
  const { diagnose } = useCommands();
  const ways = useAppState(({ settings }) => settings.ways);
  const load = useCallback(() => diagnose(detail.session, ways), [diagnose, detail, ways]);
  return useLoaded(load).value;
}

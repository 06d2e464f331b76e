import { useMemo } from 'react';
import type { TrainingRun } from '../../../app/state.ts';
import type { EarlierRun } from '../../charts/TrainingLoss.tsx';
import { useAppState } from '../../context.ts';

const MOST = 5;

interface EarlierRuns {
  readonly runs: readonly TrainingRun[];
  readonly curves: readonly EarlierRun[];
}

/** Runs that ended before the one on screen, which is the last of them where it has ended too. */
export function useEarlierRuns(present: 'in training' | 'ended'): EarlierRuns {
  const all = useAppState((state) => state.runs);
  return useMemo(() => {
    const runs = (present === 'ended' ? all.slice(0, -1) : all).slice(-MOST);
    return { runs, curves: runs.map(({ number, model }) => ({ number, epochs: model.epochs })) };
  }, [all, present]);
}

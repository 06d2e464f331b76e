import type { StoreApi } from 'zustand/vanilla';
import type { DataApi } from '../engine/data.api.ts';
import type { Action } from './actions.ts';
import type { Commands } from './commands.ts';
import { unexpectedProblem } from './problems.ts';
import type { State } from './state.ts';

type ComparisonCommands = Pick<
  Commands,
  'keepBaseline' | 'dropBaseline' | 'compareWith' | 'comparison' | 'comparisonAt' | 'comparedSessions'
>;

/** @param attempt shows what goes wrong in a command */
export function comparisonCommands(
  data: DataApi,
  openFiles: Commands['openFiles'],
  store: Pick<StoreApi<State>, 'getState'>,
  dispatch: (action: Action) => void,
  attempt: (work: Promise<unknown>) => void,
): ComparisonCommands {
  const keep = async () => dispatch({ type: 'baseline', baseline: await data.keepBaseline() });
  const drop = async () => {
    await data.dropBaseline();
    dispatch({ type: 'baseline', baseline: undefined });
  };
  const compareWith = async (files: readonly File[]) => {
    if (store.getState().baseline === undefined) await keep();
    openFiles(files);
  };
  return {
    keepBaseline: () => attempt(keep()),
    dropBaseline: () => attempt(drop()),
    compareWith: (files) => attempt(compareWith(files)),
    comparison: () => data.comparison().catch((error) => ({ ok: false, problem: unexpectedProblem(error) })),
    comparisonAt: (time) =>
      data.comparisonAt(time).catch((error) => ({ ok: false, problem: unexpectedProblem(error) })),
    comparedSessions: (what) => data.comparedSessions(what).catch(() => ({ total: 0, rows: [] })),
  };
}

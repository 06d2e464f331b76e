import { useAppState, useCommands } from './context.ts';
import { useKeys } from './keys.ts';

/** Marks are undone where sessions are listed. */
export function useMarkKeys(): void {
  const listsSessions = useAppState(({ view }) => view === 'anomalies' || view === 'sessions');
  const { undoMark } = useCommands();
  useKeys(listsSessions ? { undoMark } : {});
}

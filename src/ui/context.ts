import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Commands } from '../app/commands.ts';
import type { State } from '../app/state.ts';

/** The program as the page sees it: state to read, commands to give. */
export interface Workbench {
  readonly store: StoreApi<State>;
  readonly commands: Commands;
}

export const WorkbenchContext = createContext<Workbench | undefined>(undefined);

function useWorkbench(): Workbench {
  const workbench = useContext(WorkbenchContext);
  if (workbench === undefined) throw new Error('A view was rendered outside <WorkbenchContext>.');
  return workbench;
}

/** Re-renders when the selected part changes (compared by identity). */
export function useAppState<T>(select: (state: State) => T): T {
  return useStore(useWorkbench().store, select);
}

/** For what is done at a click, which needs no rendering anew before it. */
export function useStateNow(): () => State {
  return useWorkbench().store.getState;
}

export function useCommands(): Commands {
  return useWorkbench().commands;
}

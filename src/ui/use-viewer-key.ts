import { useAppState, useCommands } from './context.ts';
import { useKeys } from './keys.ts';

/** Opens and closes the raw log. */
export function useViewerKey(): void {
  const isOpen = useAppState((state) => state.viewer.isOpen);
  const { changeViewer } = useCommands();
  useKeys({ rawLog: () => changeViewer({ isOpen: !isOpen }) });
}

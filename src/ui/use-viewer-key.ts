import { useEffect } from 'react';
import { useAppState, useCommands } from './context.ts';

/** The key `l` opens and closes the raw log, but not while something is typed. */
export function useViewerKey(): void {
  const isOpen = useAppState((state) => state.viewer.isOpen);
  const { changeViewer } = useCommands();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const busy = event.target instanceof Element && event.target.closest('input, textarea, select, dialog') !== null;
      if (event.key === 'l' && !busy && !event.ctrlKey && !event.metaKey && !event.altKey)
        changeViewer({ isOpen: !isOpen });
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [isOpen, changeViewer]);
}

import { type MouseEvent, useCallback } from 'react';
import { useCommands } from '../context.ts';

/** For a list whose items carry their line as `data-line`: a click on one opens it in the raw log. */
export function useOpenLine(): (event: MouseEvent) => void {
  const { openViewer } = useCommands();
  return useCallback(
    (event) => {
      const item = event.target instanceof Element && event.target.closest<HTMLElement>('[data-line]');
      // Who selects a piece of the text wants that piece.
      if (item && getSelection()?.isCollapsed !== false) openViewer(Number(item.dataset.line));
    },
    [openViewer],
  );
}

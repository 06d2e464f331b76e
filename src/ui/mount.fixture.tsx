import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import { type Workbench, WorkbenchContext } from './context.ts';
import './theme.css';

/** Renders into the page, and takes it away after the test. */
export function mount(children: ReactNode, workbench?: Workbench): void {
  const element = document.createElement('div');
  // As the page gives its views: a column of the height of the window.
  element.style.cssText = 'display: flex; flex-direction: column; height: 100vh; overflow: auto';
  document.body.append(element);
  const root = createRoot(element);
  flushSync(() => root.render(<WorkbenchContext value={workbench}>{children}</WorkbenchContext>));
  onTestFinished(() => {
    root.unmount();
    element.remove();
  });
}

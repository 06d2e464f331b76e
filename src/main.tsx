import { createRoot } from 'react-dom/client';
import { createWorkbench, followAddress } from './app/create-workbench.ts';
import { App } from './ui/App.tsx';
import { WorkbenchContext } from './ui/context.ts';
import './ui/theme.css';
import { startThreads } from './worker/threads.client.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
const threads = startThreads();
const workbench = createWorkbench(threads);
followAddress(workbench);
createRoot(root).render(
  <WorkbenchContext value={workbench}>
    <App />
  </WorkbenchContext>,
);
threads.warmUp();

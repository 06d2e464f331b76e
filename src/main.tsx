import { createRoot } from 'react-dom/client';
import { CheckpointStore } from './app/checkpoints/checkpoint-store.ts';
import { Checkpoints } from './app/checkpoints/checkpoints.ts';
import { createWorkbench, followAddress } from './app/create-workbench.ts';
import { RecentStore } from './app/recent/recent-store.ts';
import { App } from './ui/App.tsx';
import { WorkbenchContext } from './ui/context.ts';
import './ui/theme.css';
import { keptVersions } from './worker/service-worker.client.ts';
import { startThreads } from './worker/threads.client.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');
const threads = startThreads();
const checkpoints = new Checkpoints(CheckpointStore.open(), Date.now);
const workbench = createWorkbench(threads, checkpoints, keptVersions(), RecentStore.open());
followAddress(workbench);
createRoot(root).render(
  <WorkbenchContext value={workbench}>
    <App />
  </WorkbenchContext>,
);
threads.warmUp();

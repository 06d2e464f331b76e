import type { Versions } from '../worker/service-worker.client.ts';
import type { Action } from './actions.ts';
import type { Commands } from './commands.ts';
import { keptFiles, servedPolicy } from './network-proof.ts';
import type { ThreadWatch } from './thread-host.ts';

type PageCommands = Pick<
  Commands,
  'requests' | 'memory' | 'servedPolicy' | 'keptFiles' | 'takeNewerVersion' | 'leaveNewerVersion'
>;

/** What a person does with the page itself, whatever log is open. */
export function pageCommands(watch: ThreadWatch, versions: Versions, dispatch: (action: Action) => void): PageCommands {
  return {
    requests: watch.requests,
    memory: watch.memory,
    servedPolicy,
    keptFiles,
    takeNewerVersion: versions.takeNewer,
    leaveNewerVersion: () => dispatch({ type: 'newer-version', waits: false }),
  };
}

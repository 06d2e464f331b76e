import type { Problem } from '../../core/report/problem.ts';
import type { Commands } from '../commands.ts';
import type { State } from '../state.ts';
import type { Recents } from './recents.ts';

type RecentCommands = Pick<Commands, 'keepDetector' | 'openKeptDetector' | 'forgetAnalysis' | 'forgetAnalyses'>;

/** What the runner does for them. */
interface Detectors {
  save(): Promise<Uint8Array<ArrayBuffer>>;
  open(file: File): Promise<Problem | undefined>;
}

/** What a person does with analyses of before. */
export function recentCommands(
  recents: Recents,
  detectors: Detectors,
  state: () => State,
  attemptTo: (work: Promise<Problem | undefined>) => void,
): RecentCommands {
  const forgetting = (work: Promise<void>) => attemptTo(work.then(() => undefined));
  return {
    keepDetector: () => attemptTo(detectors.save().then((bytes) => recents.keepDetector(state(), bytes))),
    openKeptDetector: ({ id, names }) =>
      attemptTo(
        recents.detector(id).then((bytes) => bytes && detectors.open(new File([bytes], `${names[0] ?? ''}.deeplog`))),
      ),
    forgetAnalysis: (id) => forgetting(recents.forget(id)),
    forgetAnalyses: () => forgetting(recents.forgetAll()),
  };
}

import type { Commands } from '../app/commands.ts';

const isDetector = (file: File) => file.name.endsWith('.deeplog');

/** Opens what a person chose or dropped: a detector as a detector, all else as logs. */
export function giveFiles(files: readonly File[], commands: Pick<Commands, 'openFiles' | 'openDetector'>): void {
  const detector = files.find(isDetector);
  if (detector) commands.openDetector(detector);
  const logs = files.filter((file) => !isDetector(file));
  if (logs.length > 0 || !detector) commands.openFiles(logs);
}

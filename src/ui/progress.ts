import type { Analysis, State } from '../app/state.ts';
import { formatCount, formatNumberOf, formatSeconds } from '../core/base/format.ts';
import { isBusy } from './analysis.ts';

/** What runs now, in words and as a share. */
export interface ProgressText {
  readonly title: string;
  /** In [0, 1]; missing where nothing can be told yet. */
  readonly share: number | undefined;
  /** How fast, how far, how long still. */
  readonly details: readonly string[];
}

/** `undefined` where nothing runs. */
export function progressOf(state: State): ProgressText | undefined {
  if (!isBusy(state)) return undefined;
  const { analysis, settings } = state;
  switch (analysis.phase) {
    case 'reading':
      return readingText(analysis);
    case 'training':
      return trainingText(analysis, settings.epochs);
    default:
      return { title: 'Grouping lines into sessions', share: undefined, details: [] };
  }
}

function readingText({ names, progress }: Extract<Analysis, { phase: 'reading' }>): ProgressText {
  const title = names.length === 1 ? `Reading ${names[0]}` : `Reading ${formatNumberOf(names.length, 'file')}`;
  if (!progress) return { title, share: undefined, details: [] };
  const { bytesDone, bytesTotal, lines, seconds, unpacking, decoding } = progress;
  const share = bytesTotal > 0 ? Math.min(1, bytesDone / bytesTotal) : 1;
  if (unpacking !== undefined) return { title: `Unpacking ${unpacking}`, share, details: [] };
  if (decoding !== undefined) return { title: `Decoding ${decoding}`, share, details: [] };
  const details = [formatNumberOf(lines, 'line')];
  if (seconds > 0) details.push(`${formatCount(steady(lines / seconds))} lines/s`);
  if (share > 0 && share < 1) details.push(`${formatSeconds((seconds / share) * (1 - share))} left`);
  return { title, share, details };
}

function trainingText(analysis: Extract<Analysis, { phase: 'training' }>, limit: number): ProgressText {
  const { activity, epochs, learntValues, scored } = analysis;
  if (activity === 'values') return { title: 'Learning the numbers in lines', share: learntValues, details: [] };
  if (activity === 'scoring') return { title: 'Scoring every session', share: scored, details: [] };
  if (activity === 'starting' || epochs.length === 0) {
    return { title: 'Starting the model', share: undefined, details: [] };
  }
  const titles = { training: 'Learning the usual order', paused: 'Paused', stopping: 'Stopping after this epoch' };
  const seconds = epochs.reduce((sum, epoch) => sum + epoch.seconds, 0);
  const left = (seconds / epochs.length) * Math.max(0, limit - epochs.length);
  const details = [`epoch ${formatCount(epochs.length)} of at most ${formatCount(limit)}`];
  if (activity === 'training') details.push(`at most ${formatSeconds(left)} left`);
  return { title: titles[activity], share: Math.min(1, epochs.length / limit), details };
}

/** Two digits are all that a speed means, and they do not flicker. */
function steady(speed: number): number {
  return Number(speed.toPrecision(2));
}

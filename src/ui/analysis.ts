import type { Analysis, Parsed, Scored, State, Training } from '../app/state.ts';
import type { Backend } from '../core/sequence/key-model.ts';

/** What was read, in every phase that has it. */
export function parsedOf(analysis: Analysis): Parsed | undefined {
  return 'log' in analysis ? analysis : undefined;
}

export function scoredOf(analysis: Analysis): Scored | undefined {
  return analysis.phase === 'scored' ? analysis : undefined;
}

/** The backend that trains or trained the model, once it is chosen. */
export function backendOf(analysis: Analysis): Backend | undefined {
  if (analysis.phase === 'training') return analysis.backend?.backend;
  return scoredOf(analysis)?.model.backend.backend;
}

/** The name of the log: its file, or its first file and how many more. */
export function logName(analysis: Analysis): string | undefined {
  const names = analysis.phase === 'reading' ? analysis.names : parsedOf(analysis)?.log.files.map((file) => file.name);
  const [first, ...more] = names ?? [];
  return first !== undefined && more.length > 0 ? `${first} and ${more.length} more` : first;
}

/** Passes over the sessions can pause, and be stopped once one is whole; nothing before and behind them can. */
export function trainingVerbs({ activity, epochs }: Training): { readonly pauses: boolean; readonly stops: boolean } {
  const pauses = activity === 'training' || activity === 'paused';
  return { pauses, stops: pauses && epochs.length > 0 };
}

/** Whether a model can be trained on the open log now: it has sessions, nothing runs, and no detector judges it. */
export function canTrain(analysis: Analysis): boolean {
  if (analysis.phase === 'parsed') return analysis.sessions !== undefined;
  return analysis.phase === 'scored' && analysis.model.end !== 'detector';
}

/** Whether something runs that can be cancelled. */
export function isBusy({ analysis }: State): boolean {
  switch (analysis.phase) {
    case 'reading':
    case 'training':
      return true;
    case 'parsed':
      return analysis.sessions === undefined;
    default:
      return false;
  }
}

import type { Analysis, Parsed, Scored, State } from '../app/state.ts';
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

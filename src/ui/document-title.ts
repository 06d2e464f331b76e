import type { State } from '../app/state.ts';
import { formatNumberOf } from '../core/base/format.ts';
import { logName } from './analysis.ts';
import { progressOf } from './progress.ts';
import { reviewOf } from './review.ts';

/** What the browser tab says: how far it is, or how many sessions are flagged. */
export function documentTitle(state: State): string {
  const name = logName(state.analysis);
  return [news(state), name, 'Deeplog'].filter((part) => part !== undefined).join(' – ');
}

function news(state: State): string | undefined {
  const progress = progressOf(state);
  if (progress) return progress.share === undefined ? progress.title : `${Math.floor(progress.share * 100)} %`;
  const flagged = reviewOf(state)?.shown.length;
  return flagged === undefined ? undefined : `${formatNumberOf(flagged, 'session')} flagged`;
}

import { formatNumberOf } from '../base/format.ts';
import { visibleText } from '../base/visible-text.ts';
import type { Evaluation } from './evaluate.ts';

/** What a person should know of the labels before the figures, one sentence each. */
export function labelNotes(evaluation: Evaluation): string[] {
  return [...notesOnFile(evaluation), ...notesOnSessions(evaluation)];
}

function notesOnFile({ source, unknown, firstUnknown, unreadRows }: Evaluation): string[] {
  const notes: string[] = [];
  if (unknown > 0) {
    const named = firstUnknown.map(visibleText).join(', ');
    const more = unknown > firstUnknown.length ? ' and others' : '';
    const are = unknown === 1 ? 'is' : 'are';
    notes.push(`${formatNumberOf(unknown, 'id')} of ${source} ${are} no session of this log: ${named}${more}.`);
  }
  if (unreadRows > 0) notes.push(`${formatNumberOf(unreadRows, 'row')} of ${source} without an id or a label.`);
  return notes;
}

function notesOnSessions({ labelled, anomalous, unlabelled, scopes }: Evaluation): string[] {
  if (labelled === 0) return ['No session of this log has a label: perhaps sessions go by another identifier.'];
  const notes: string[] = [];
  if (unlabelled > 0) notes.push(`${formatNumberOf(unlabelled, 'session')} without a label do not count.`);
  if (anomalous === 0) notes.push('No labelled session is an anomaly: there is no recall to measure.');
  if (anomalous === labelled) notes.push('All labelled sessions are anomalies: false alarms cannot be seen.');
  if (held(scopes['held-out']) === 0) notes.push('No labelled session is later than the training period.');
  return notes;
}

function held([first]: Evaluation['scopes']['all']): number {
  if (first === undefined) return 0;
  const { found, missed, falseAlarms, quiet } = first.figures;
  return found + missed + falseAlarms + quiet;
}

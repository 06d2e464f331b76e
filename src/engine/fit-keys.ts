import type { WordMasks } from '../core/drain/edits/word-masks.ts';
import type { FrozenMiner } from '../core/drain/frozen-miner.ts';
import type { SessionTable } from '../core/sequence/session-table.ts';
import type { Split } from '../core/sequence/split.ts';
import { applyClassicMiner, keyClassicLog } from './classic-log.ts';
import type { OpenedLog } from './opened-log.ts';
import { applyMiner, type Fitting, type KeyedLog, keyLog } from './templates.ts';

/** Keys by templates that are mined from this log. In a classic log its masks and its similarity do what edits would. */
export function fitKeys({ scanned, classic }: OpenedLog, how: Fitting): KeyedLog {
  return classic ? keyClassicLog(classic.lines, classic.settings, how) : keyLog(scanned, how);
}

/** Keys by a miner that was fitted before. @param masks those that it was fitted with; a classic one has its own */
export function applyKeys({ scanned, classic }: OpenedLog, fitted: FrozenMiner, masks?: WordMasks): KeyedLog {
  return classic ? applyClassicMiner(classic.lines, classic.settings, fitted) : applyMiner(scanned, fitted, masks);
}

/** Lines of the sessions that may be learnt from, and lines of no session that stand between the first of these and the first later one. */
export function trainingLines(log: OpenedLog, sessions: SessionTable, split: Split): Uint8Array {
  const { trainingStart, validationEnd } = split;
  const first = sessions.start[trainingStart] as number;
  const end = sessions.start[validationEnd] as number;
  const earlier = sessions.line.subarray(0, first);
  const own = sessions.line.subarray(first, end);
  const later = sessions.line.subarray(end);
  const firstLine = trainingStart === 0 ? 0 : leastOf(own, 0);
  const training = new Uint8Array(log.scanned.lines).fill(1, firstLine, leastOf(later, log.scanned.lines));
  for (const line of earlier) training[line] = 0;
  for (const line of later) training[line] = 0;
  for (const line of own) training[line] = 1;
  return training;
}

const leastOf = (lines: Int32Array, ofNone: number) =>
  lines.length === 0 ? ofNone : lines.reduce((a, b) => Math.min(a, b), lines[0] as number);

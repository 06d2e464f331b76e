import { judgedRange } from '../core/sequence/cut-sessions.ts';
import { type SymbolSequences, symbolSequences } from '../core/sequence/symbol-sequences.ts';
import { indexWindows, type JudgedRange } from '../core/sequence/windows.ts';
import type { TrainingSets } from './data.api.ts';
import type { GroupedLog } from './grouped-log.ts';
import { learntOf, taughtOf } from './learnt-sessions.ts';

/** The sessions of a log as the model sees them, for one length of history. */
export interface ModelledLog {
  readonly history: number;
  readonly sequences: SymbolSequences;
  readonly judged: JudgedRange;
}

export function modelLog({ sessions, vocabulary, keyed, cut }: GroupedLog, history: number): ModelledLog {
  return {
    history,
    sequences: symbolSequences(sessions, vocabulary, keyed.miner.templates.length),
    judged: judgedRange(sessions, cut, history),
  };
}

export function trainingSets({ history, sequences, judged }: ModelledLog, grouped: GroupedLog): TrainingSets {
  const windows = (sessions: readonly number[]) => indexWindows(sequences, history, sessions, judged).set;
  const training = [...learntOf(grouped, 'training'), ...taughtOf(grouped)];
  return { training: windows(training), validation: windows(learntOf(grouped, 'validation')) };
}

import type { SessionTable } from './session-table.ts';
import { symbolTable, type Vocabulary } from './vocabulary.ts';

/**
 * Sessions as the model sees them: the symbols of the events, then END. Position p of session s is at `start[s] + p`; BEGIN
 * is never stored, it stands for everything before position 0.
 */
export interface SymbolSequences {
  readonly vocabulary: Vocabulary;
  /** Shape [sessions + 1]. */
  readonly start: Int32Array;
  readonly symbol: Int32Array;
}

export function symbolSequences(sessions: SessionTable, vocabulary: Vocabulary, keyCount: number): SymbolSequences {
  const symbolOf = symbolTable(vocabulary, keyCount);
  const start = new Int32Array(sessions.count + 1);
  const symbol = new Int32Array(sessions.key.length + sessions.count);
  let position = 0;
  for (let s = 0; s < sessions.count; s++) {
    for (let event = sessions.start[s] as number; event < (sessions.start[s + 1] as number); event++) {
      symbol[position++] = symbolOf[sessions.key[event] as number] ?? vocabulary.unknown;
    }
    symbol[position++] = vocabulary.end;
    start[s + 1] = position;
  }
  return { vocabulary, start, symbol };
}

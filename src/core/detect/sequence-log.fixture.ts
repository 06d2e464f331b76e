import { judgedRange } from '../sequence/cut-sessions.ts';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { symbolSequences } from '../sequence/symbol-sequences.ts';
import { buildVocabulary } from '../sequence/vocabulary.ts';
import type { SequenceLog } from './sequence-log.ts';

interface SequenceLogOptions {
  /** Keys that training sessions contain; all that occur where it is left out. */
  readonly known?: readonly number[];
  /** Sessions whose end the data cuts off. */
  readonly cut?: readonly number[];
}

/** Sessions by their log keys. */
export function sequenceLog(keys: readonly (readonly number[])[], options: SequenceLogOptions = {}): SequenceLog {
  const sessions = sessionTable(keys);
  const vocabulary = buildVocabulary(options.known ?? keys.flat());
  const sequences = symbolSequences(sessions, vocabulary, Math.max(-1, ...keys.flat()) + 1);
  const atStart = new Uint8Array(sessions.count);
  const atEnd = atStart.map((_, session) => (options.cut?.includes(session) ? 1 : 0));
  return { sequences, judged: judgedRange(sessions, { atStart, atEnd }, 1) };
}

import type { LogKey } from '../../src/core/base/brand.ts';
import type { EnsembleLog } from '../../src/core/detect/quick-detectors.ts';
import { judgedRange } from '../../src/core/sequence/cut-sessions.ts';
import { sessionTable } from '../../src/core/sequence/session-table.fixture.ts';
import type { SessionTable } from '../../src/core/sequence/session-table.ts';
import { symbolSequences } from '../../src/core/sequence/symbol-sequences.ts';
import { buildVocabulary } from '../../src/core/sequence/vocabulary.ts';

/** Sessions of several files as one log without times and values; all of them are whole. */
export function logOfKeySequences(sessions: readonly (readonly number[])[], training: number): EnsembleLog {
  const distinct = [...new Set(sessions.flat())].sort((a, b) => a - b);
  const keyOf = new Map(distinct.map((number, key) => [number, key]));
  const table = tableOf(sessions, keyOf);
  const vocabulary = buildVocabulary(table.key.subarray(0, table.start[training]));
  const uncut = { atStart: new Uint8Array(table.count), atEnd: new Uint8Array(table.count) };
  return {
    sequence: {
      sequences: symbolSequences(table, vocabulary, distinct.length),
      judged: judgedRange(table, uncut, 1),
    },
    sessions: table,
    values: {
      slots: [],
      firstSlot: new Int32Array(distinct.length + 1),
      at: new Uint32Array(table.key.length + 1),
      value: new Float32Array(0),
      words: [],
    },
  };
}

/** The files do not say where lines stood. Sessions run beside one another, so that nothing is read from their order in a file. */
function tableOf(sessions: readonly (readonly number[])[], keyOf: ReadonlyMap<number, number>): SessionTable {
  const keys = sessions.map((session) => session.map((number) => keyOf.get(number) as LogKey));
  const line = sessions.flatMap((session, index) => session.map((_, event) => event * sessions.length + index));
  return {
    ...sessionTable(keys),
    ids: sessions.map((_, index) => `line ${index + 1}`),
    line: Int32Array.from(line),
  };
}

import { addScores, emptyScores } from '../detect/successor-scores.ts';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import type { SessionTable } from '../sequence/session-table.ts';
import { range } from '../sequence/split.ts';
import { symbolSequences } from '../sequence/symbol-sequences.ts';
import { buildVocabulary } from '../sequence/vocabulary.ts';
import { indexWindows } from '../sequence/windows.ts';
import { keysOfLetters, letterOf } from './letters.fixture.ts';
import type { ModelView } from './model-view.ts';

/** A model by hand: how likely each letter is after the letters before it, `.` for END; what is not named is impossible. */
export type Chances = (past: string) => Readonly<Record<string, number>>;

const HISTORY = 6;

/** Sessions of letters, each word as often as the number beside it says. */
export function tableOfLetters(words: readonly (readonly [word: string, count: number])[]): SessionTable {
  return sessionTable(words.flatMap(([word, count]) => Array<number[]>(count).fill(keysOfLetters(word))));
}

/** What such a model says of the windows of six that a log has. */
export function modelView(table: SessionTable, chances: Chances): ModelView {
  const vocabulary = buildVocabulary(table.key);
  const sequences = symbolSequences(table, vocabulary, Math.max(0, ...table.key) + 1);
  const index = indexWindows(sequences, HISTORY, range(0, table.count));
  const { set } = index;
  const scores = emptyScores(set);
  for (let window = 0; window < set.count; window++) {
    const symbols = [...set.windows.subarray(window * HISTORY, (window + 1) * HISTORY)];
    const past = symbols.flatMap((symbol) => vocabulary.keys[symbol] ?? []).map(letterOf);
    const likely = new Map(Object.entries(chances(past.join(''))));
    const row = new Float32Array(set.symbols);
    vocabulary.keys.forEach((key, symbol) => {
      row[symbol] = likely.get(letterOf(key)) ?? 0;
    });
    row[vocabulary.end] = likely.get('.') ?? 0;
    addScores(scores, set, vocabulary, window, window + 1, row);
  }
  return { sequences, index, scores };
}

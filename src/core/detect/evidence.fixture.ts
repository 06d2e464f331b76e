import type { LogKey } from '../base/brand.ts';
import { nearestKnown } from '../drain/nearest-known.ts';
import type { Template } from '../drain/template.ts';
import { type CutSessions, judgedRange } from '../sequence/cut-sessions.ts';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { range } from '../sequence/split.ts';
import { symbolSequences } from '../sequence/symbol-sequences.ts';
import { buildVocabulary } from '../sequence/vocabulary.ts';
import { indexWindows } from '../sequence/windows.ts';
import { type EnsembleScores, ensembleScores } from './ensemble.ts';
import type { Evidence } from './findings.ts';
import { type SessionScores, scoreSessions } from './session-scores.ts';
import { addScores, emptyScores, surpriseOf } from './successor-scores.ts';

/** Of a session of a file transfer; the last one came after training. */
export const KEYS = { open: 0, write: 1, close: 2, crash: 3 } as const;
export const TEXTS = ['open <*>', 'write <*>', 'close <*>', 'crash!'] as const;
const HISTORY = 3;
const vocabulary = buildVocabulary([KEYS.open, KEYS.write, KEYS.close]);
export const { begin: BEGIN, end: END, unknown: UNKNOWN, size: SYMBOLS } = vocabulary;

/** What a model says after a symbol, each other symbol being next to impossible. */
const AFTER: Readonly<Record<number, Readonly<Record<number, number>>>> = {
  [BEGIN]: { [KEYS.open]: 0.99 },
  [KEYS.open]: { [KEYS.write]: 0.9, [KEYS.close]: 0.09, [END]: 0.001 },
  [KEYS.write]: { [KEYS.write]: 0.5, [KEYS.close]: 0.4, [END]: 0.002 },
  [KEYS.close]: { [END]: 0.95, [KEYS.write]: 0.0001 },
  [UNKNOWN]: { [KEYS.write]: 0.6, [END]: 0.3 },
};
const IMPOSSIBLE = 1e-6;

function predict(window: Int32Array): number[] {
  const after = AFTER[window.at(-1) ?? -1] ?? {};
  return range(0, SYMBOLS).map((symbol) => after[symbol] ?? IMPOSSIBLE);
}

interface EvidenceOptions {
  readonly predict?: (window: Int32Array) => number[];
  readonly openAtEnd?: readonly number[];
  readonly runningAtStart?: readonly number[];
  readonly times?: readonly (readonly number[])[];
}

/** Sessions by their log keys, with a hand-made model's scores; the lines are ten bytes each, in `app.log`. */
export function evidenceOf(
  keys: readonly (readonly number[])[],
  options: EvidenceOptions = {},
): { evidence: Evidence; scores: SessionScores } {
  const sessions = sessionTable(keys, options.times);
  const sequences = symbolSequences(sessions, vocabulary, TEXTS.length);
  const index = indexWindows(sequences, HISTORY, range(0, sessions.count));
  const scores = emptyScores(index.set);
  const rows = range(0, index.set.count).map((row) => index.set.windows.subarray(row * HISTORY, (row + 1) * HISTORY));
  const probabilities = rows.flatMap(options.predict ?? predict);
  addScores(scores, index.set, vocabulary, 0, rows.length, Float32Array.from(probabilities));
  const flags = (chosen: readonly number[] = []) =>
    Uint8Array.from({ length: sessions.count }, (_, s) => (chosen.includes(s) ? 1 : 0));
  const cut: CutSessions = { atStart: flags(options.runningAtStart), atEnd: flags(options.openAtEnd) };
  const judged = judgedRange(sessions, cut, HISTORY);
  const locate = (line: number) => ({
    file: 'app.log',
    fileLine: line + 1,
    byteOffset: 10 * line,
    offsetIn: 'file' as const,
  });
  const templates = TEXTS.map(template);
  const nearest = nearestKnown(templates, vocabulary.keys);
  const evidence = { sessions, sequences, index, scores, judged, templates, nearest, locate };
  return { evidence, scores: scoreSessions(sequences, index, scores, judged) };
}

function template(text: string, key: number): Template {
  return { key: key as LogKey, tokens: text.split(' '), text, count: 1, firstLine: 0, lastLine: 0 };
}

/** An ensemble of the key model alone, to which a session is as surprising as its least likely event. */
export function keyModelAlone(scores: SessionScores, byRank = false): EnsembleScores {
  const surprise = Float64Array.from(scores.probability, surpriseOf);
  return ensembleScores(scores, { detector: 'lstm', surprise }, [], byRank);
}

import type { LogKey } from '../core/base/brand.ts';
import { displayText } from '../core/drain/display-text.ts';
import { editMiner } from '../core/drain/edits/edit-miner.ts';
import { NO_CHANGES, type TemplateChanges } from '../core/drain/edits/template-changes.ts';
import { NO_MASKS, type WordMasks } from '../core/drain/edits/word-masks.ts';
import { EMPTY_MINER, type FrozenMiner } from '../core/drain/frozen-miner.ts';
import { extendMiner } from '../core/drain/mine.ts';
import type { Template } from '../core/drain/template.ts';
import type { CountedTokens } from '../core/drain/token-groups.ts';
import type { ScannedLog } from '../core/scan/scanned-log.ts';
import { contentsOfLines } from './contents-of-lines.ts';

/** The log keys of a log's lines. */
export interface KeyedLog {
  /** As fitted on the training part, or taken from a detector. */
  readonly fitted: FrozenMiner;
  /** `fitted` and the templates of what it does not match. */
  readonly miner: FrozenMiner;
  /** Templates below this key were fitted on the training part; the others are new. */
  readonly known: number;
  /** Shape [lines]; -1 for a blank line, and for one without the log format of a classic parser. */
  readonly keyOfLine: Int32Array;
}

/** What templates are fitted on, and to. */
export interface Fitting {
  /** Shape [lines], 1 for a line of the training part; all are where it is left out. */
  readonly isTraining?: Uint8Array | undefined;
  /** What a person changed about the templates. */
  readonly changes?: TemplateChanges | undefined;
  /** Templates that keep their keys; what they do not match is mined. */
  readonly start?: FrozenMiner | undefined;
}

/**
 * Fits templates on the lines of the training part and gives every line its key: what later lines have that matches no
 * template becomes additional ones, so that nothing of the rest takes part in fitting.
 */
export function keyLog(log: ScannedLog, how: Fitting = {}): KeyedLog {
  const { isTraining, changes = NO_CHANGES, start = EMPTY_MINER } = how;
  const counts = isTraining && countWhere(log, isTraining);
  const signatures = masked(log, changes.masks);
  const fittedOn = counts === undefined ? signatures : counted(signatures, counts);
  const mined = keyBy(log, signatures, extendMiner(start, fittedOn).miner);
  if (changes.edits.length === 0) return mined;
  const seen = signatures.map(({ tokens, count }, index) => {
    return { tokens, lines: count, inTraining: counts === undefined || (counts[index] as number) > 0 };
  });
  const { miner, known, fitted, keyOfSeen } = editMiner(mined, changes.edits, seen);
  return { miner, known, fitted, keyOfLine: keysOfLines(log, keyOfSeen) };
}

/** Keys by a miner that was fitted before. @param masks those that it was fitted with */
export function applyMiner(log: ScannedLog, fitted: FrozenMiner, masks: WordMasks = NO_MASKS): KeyedLog {
  return keyBy(log, masked(log, masks), fitted);
}

function keyBy(log: ScannedLog, signatures: readonly CountedTokens[], fitted: FrozenMiner): KeyedLog {
  const { miner, keyOfSignature } = extendMiner(fitted, signatures);
  return { fitted, miner, known: fitted.templates.length, keyOfLine: keysOfLines(log, keyOfSignature) };
}

function keysOfLines(log: ScannedLog, keyOfSignature: Int32Array): Int32Array {
  const keyOfLine = new Int32Array(log.lines);
  log.signature.each((signature, line) => {
    keyOfLine[line] = signature < 0 ? -1 : (keyOfSignature[signature] as number);
  });
  return keyOfLine;
}

function masked({ signatures }: ScannedLog, masks: WordMasks): readonly CountedTokens[] {
  return masks === NO_MASKS
    ? signatures
    : signatures.map(({ tokens, count }) => ({ tokens: masks.tokens(tokens), count }));
}

function counted(signatures: readonly CountedTokens[], counts: Int32Array) {
  return signatures
    .map((signature, index) => ({ ...signature, count: counts[index] as number }))
    .filter(({ count }) => count > 0);
}

/** Lines of the training part with each signature. */
function countWhere(log: ScannedLog, isTraining: Uint8Array): Int32Array {
  const counts = new Int32Array(log.signatures.length);
  log.signature.each((signature, line) => {
    if (signature >= 0 && isTraining[line] === 1) counts[signature] = (counts[signature] as number) + 1;
  });
  return counts;
}

/** Lines that give a template its text: the first, one in the middle and the last, so that chance values show as such. */
const SAMPLED = 3;

/**
 * @param contentOf content of a 0-based line, header removed
 * @param texts display text of the first templates, where it is known from a detector
 */
export async function describeTemplates(
  { miner, keyOfLine }: KeyedLog,
  contentOf: (lines: readonly number[]) => Promise<readonly string[]>,
  texts: readonly string[] = [],
): Promise<Template[]> {
  const lines = sampleLines(miner.templates.length, keyOfLine);
  const unread = lines.flatMap(({ sampled }, key) => (texts[key] === undefined ? sampled : []));
  const contents = await contentsOfLines(unread, contentOf);
  return miner.templates.map((tokens, key): Template => {
    const { count, sampled } = lines[key] ?? { count: 0, sampled: [] };
    const first = sampled[0] ?? 0;
    const [content = '', ...others] = sampled.flatMap((line) => contents.get(line) ?? []);
    return {
      key: key as LogKey,
      tokens,
      text: texts[key] ?? displayText(content, tokens, others),
      count,
      firstLine: first,
      lastLine: sampled.at(-1) ?? first,
    };
  });
}

function sampleLines(templates: number, keyOfLine: Int32Array): { count: number; sampled: number[] }[] {
  const count = new Int32Array(templates);
  for (const key of keyOfLine) if (key >= 0) count[key] = (count[key] as number) + 1;
  const seen = new Int32Array(templates);
  const rows = Array.from(count, (total) => ({ count: total, sampled: [] as number[] }));
  keyOfLine.forEach((key, line) => {
    const row = rows[key];
    if (row === undefined) return;
    const nth = seen[key] as number;
    seen[key] = nth + 1;
    if (nth === 0 || nth === row.count - 1 || nth === Math.floor(row.count / (SAMPLED - 1))) row.sampled.push(line);
  });
  return rows;
}

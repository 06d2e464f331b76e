import type { Detector } from '../bundle/detector.ts';
import { type ClassicReader, type ClassicSettings, makeClassicReader } from '../core/drain/classic/classic-reader.ts';
import { extendClassic } from '../core/drain/classic/mine-classic.ts';
import type { TokenLines } from '../core/drain/classic/token-lines.ts';
import { EMPTY_MINER, type FrozenMiner } from '../core/drain/frozen-miner.ts';
import type { Outcome } from '../core/report/problem.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import type { ParsingChoice } from './data.api.ts';
import type { Fitting, KeyedLog } from './templates.ts';

/** Settings of Drain with their expressions compiled. */
export interface ClassicParser {
  readonly settings: ClassicSettings;
  readonly reader: ClassicReader;
}

/** A log as the classic miner read it. */
export interface ClassicLog extends ClassicParser {
  readonly lines: TokenLines;
}

/** A problem where the log format or a mask cannot be used. */
function makeClassicParser(settings: ClassicSettings): Outcome<ClassicParser> {
  const made = makeClassicReader(settings, compilePattern);
  if (made.ok) return { ok: true, value: { settings, reader: made.reader } };
  const advice = 'Correct the settings of the classic parser.';
  return { ok: false, problem: { code: 'bad-pattern', message: made.message, advice } };
}

/** The parser that a detector brings, or the one chosen; none where templates are mined without settings. */
export function parserFor(
  chosen: ParsingChoice = 'auto',
  detector: Pick<Detector, 'classic'> | undefined,
): Outcome<ClassicParser | undefined> {
  const settings = detector === undefined ? chosen : (detector.classic ?? 'auto');
  return settings === 'auto' ? { ok: true, value: undefined } : makeClassicParser(settings);
}

/**
 * As `keyLog`, with Drain as published. Over a whole log each line has the template of the cluster it joined. Where
 * templates are fitted on a training part, all lines, those of that part too, get the template that a detector would give
 * them later.
 */
export function keyClassicLog(
  lines: TokenLines,
  settings: ClassicSettings,
  { isTraining, start = EMPTY_MINER }: Fitting = {},
): KeyedLog {
  if (isTraining === undefined) {
    const { miner, keyOfLine } = extendClassic(start, lines, settings);
    return { fitted: miner, miner, known: miner.templates.length, keyOfLine };
  }
  const sequenceOfLine = lines.sequenceOfLine.map((sequence, line) => (isTraining[line] === 1 ? sequence : -1));
  return applyClassicMiner(lines, settings, extendClassic(start, { ...lines, sequenceOfLine }, settings).miner);
}

/** As `applyMiner`: keys by templates that were fitted before; the rest is mined into templates of its own. */
export function applyClassicMiner(lines: TokenLines, settings: ClassicSettings, fitted: FrozenMiner): KeyedLog {
  const { miner, keyOfLine } = extendClassic(fitted, lines, settings);
  return { fitted, miner, known: fitted.templates.length, keyOfLine };
}

/** Texts of classic templates for `describeTemplates`: their tokens, for raw lines are cut differently there. */
export function classicTexts({ miner }: KeyedLog): string[] {
  return miner.templates.map((tokens) => tokens.join(' '));
}

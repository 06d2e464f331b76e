import { formatBytes, formatCount } from '../core/base/format.ts';
import type { LeftOut } from '../core/report/log-report.ts';
import type { Problem } from '../core/report/problem.ts';
import type { ReadProblem } from '../ingest/read-problem.ts';
import { archiveProblem } from './archive-problems.ts';

/** What a person reads when a file could not be taken in. */
export function readProblem(problem: Exclude<ReadProblem, { kind: 'cancelled' }>): Problem {
  const { file } = problem;
  switch (problem.kind) {
    case 'empty':
      return { code: 'empty-file', message: `${file} is empty.`, advice: 'Choose a file that has log lines.' };
    case 'blank':
      return {
        code: 'empty-file',
        message: `${file} holds only blank lines.`,
        advice: 'Choose a file that has log lines.',
      };
    case 'compressed':
    case 'truncated':
    case 'damaged':
    case 'bomb':
      return archiveProblem(problem);
    case 'binary':
      return {
        code: 'binary-file',
        message: `${file} is not text but ${problem.type}.`,
        advice: 'Choose a log file in plain text, or treat it as text anyway (--text-anyway on the command line).',
      };
    case 'large':
      return {
        code: 'large-log',
        message: `${file}: ${formatBytes(problem.bytes)}, some ${formatCount(Math.round(problem.lines / 1e6))} million lines, is more than is read without asking.`,
        advice: `Read all of it, the first ${formatBytes(problem.offer)}, or a sample of ${formatBytes(problem.offer)} spread over it.`,
        offer: problem.offer,
      };
    case 'no-room':
      return {
        code: 'no-room',
        message: `There is no room for a readable copy of ${file}.`,
        advice: 'Free some space, or choose a part of it; a file that is unpacked and in UTF-8 is read where it lies.',
      };
    case 'unreadable':
      return {
        code: 'unreadable-file',
        message: `${file} could not be read (${problem.reason}).`,
        advice: 'It may have been moved, changed or deleted: choose it again. A folder has to be dropped, not chosen.',
      };
    case 'changed':
      return {
        code: 'unreadable-file',
        message: `${file} became shorter while it was read.`,
        advice: 'Choose it again once nothing writes to it.',
      };
  }
}

/** A file that others are read without. */
export function leftOut(problem: Exclude<ReadProblem, { kind: 'cancelled' }>): LeftOut {
  const { message, code } = readProblem(problem);
  return { file: problem.file, reason: message, code };
}

export const NO_FILES: Problem = {
  code: 'folder',
  message: 'There is no file in what was dropped.',
  advice: 'Drop log files, or a folder that holds some.',
};

/** What is more is rather a disk than a set of logs. */
export const MOST_FILES = 10_000;

export const TOO_MANY_FILES: Problem = {
  code: 'folder',
  message: 'There are more than 10,000 files in what was dropped.',
  advice: 'Drop fewer, or a folder further down.',
};

/** A log this short has no order to learn from. */
export function tooFewLines(file: string, lines: number): Problem {
  return {
    code: 'too-few-lines',
    message: `${file} has ${lines === 1 ? 'one line' : `${lines} lines`}, too few to learn what is usual.`,
    advice: 'Drop a longer log, or open a detector that was trained on one and score this file with it.',
  };
}

/** Templates of which there are fewer than two leave nothing to predict. */
export function tooFewKeys(keys: number): Problem {
  return {
    code: 'too-few-lines',
    message: `The training sessions hold ${keys === 1 ? 'one template only' : 'no template'}, so there is no order to learn.`,
    advice: 'Choose another session identifier, or drop a longer log.',
  };
}

/** All sessions to learn from run over the edges of the log, so that no event of theirs has a known past. */
export function nothingWhole(): Problem {
  return {
    code: 'too-few-lines',
    message: 'The log cuts off all sessions of the training period, so there is nothing whole to learn from.',
    advice: 'Learn from a larger share of the sessions, choose another session identifier, or drop a longer log.',
  };
}

/** A pattern that a person wrote for identifiers. */
export function badPattern(source: string, message: string): Problem {
  return {
    code: 'bad-pattern',
    message: `"${source}" cannot be used as a pattern. ${message}`,
    advice: 'Correct it; the first group in it, or else all of the match, is the identifier.',
  };
}

import { formatShare } from '../base/format.ts';
import type { Problem } from './problem.ts';

/** How well a log agrees with what a detector knows, all shares of its mined lines, in [0, 1]. */
export interface LogFit {
  readonly lines: number;
  /** Lines that have the detector's header. */
  readonly headed: number;
  /** The same in the lines that the header was learnt from. */
  readonly headedBefore: number;
  /** Lines that match none of its templates. */
  readonly unknown: number;
  /** Lines in a session by its rule. */
  readonly inSessions: number;
}

interface Names {
  /** Of the log, and of the one that the detector learnt from. */
  readonly log: string;
  readonly trainedOn: string;
  readonly header: string;
  readonly session: string;
}

/** Of the lines that had the header before, this part has to have it again. */
const LEAST_HEADED = 0.5;
const MOST_UNKNOWN = 0.2;
/** Identifiers rarer than this are not proposed either. */
const LEAST_IN_SESSIONS = 0.3;
/** Below this many lines out of place a share says nothing: a short log may be one odd session. */
const LEAST_LINES = 20;

/** What a person is told before a detector judges a log unlike its own; nothing where the log is like it. */
export function otherShape(fit: LogFit, names: Names): Problem | undefined {
  const differences = differencesIn(fit, names);
  if (differences.length === 0) return undefined;
  return {
    code: 'other-shape',
    message: `${names.log} is not like ${names.trainedOn}, which the detector learnt from: ${differences.join('; ')}.`,
    advice: 'Score it anyway (--anyway on the command line), or close the detector to learn from this log.',
  };
}

function differencesIn({ lines, headed, headedBefore, unknown, inSessions }: LogFit, names: Names): string[] {
  const isMany = (share: number) => share * lines >= LEAST_LINES;
  const differences: string[] = [];
  if (headed < LEAST_HEADED * headedBefore && isMany(1 - headed)) {
    differences.push(`${partOf(headed)} of its lines have the header ${names.header}`);
  }
  if (unknown > MOST_UNKNOWN && isMany(unknown)) {
    differences.push(`${formatShare(unknown)} of its lines match none of the detector's templates`);
  }
  if (inSessions < LEAST_IN_SESSIONS && isMany(1 - inSessions)) {
    differences.push(`${partOf(inSessions)} of its lines belong to a session by ${names.session}`);
  }
  return differences;
}

const partOf = (share: number) => (share === 0 ? 'none' : `only ${formatShare(share)}`);

import { formatCount, formatProbability, formatTime } from '../base/format.ts';
import type { Difference } from '../drain/token-differences.ts';
import type { ExpectedKey, Finding } from './finding.ts';

interface Surroundings {
  /** Template of the event before, empty where there is none. */
  readonly before: string;
  /** Number of symbols the rank is among. */
  readonly symbols: number;
  /** Known template that a new one is most like. */
  readonly nearest?: Nearest | undefined;
}

interface Nearest {
  readonly text: string;
  readonly differences: readonly Difference[];
}

/** Keys named as expected in a sentence, and the share of probability they must add to be worth naming. */
const NAMED = 2;
const WORTH_NAMING = 0.05;

/** A nearest template, and what differs from it, is told in this many characters or not at all. */
const MOST_QUOTED = 120;

/** One sentence or two that a person can paste into a ticket. */
export function reasonOf(finding: Omit<Finding, 'reason'>, surroundings: Surroundings): string {
  const where = place(finding);
  switch (finding.cause) {
    case 'new-template':
      return `${where} logged "${finding.template}", which the training sessions never did.${likeness(surroundings)}${instead(finding)}`;
    case 'ended-early':
      return `${where} ended after "${surroundings.before}".${expectation(finding)} An end had ${chance(finding, surroundings)}.`;
    case 'ran-on':
      return `${where} went on with "${finding.template}" where it should have ended.${came(finding, surroundings)}`;
    default:
      return `${where} logged "${finding.template}".${expectation(finding)}${came(finding, surroundings)}`;
  }
}

/** @param sentence of a detector, about the session */
export function reasonOfSession(finding: Omit<Finding, 'reason'>, sentence: string): string {
  return `${place(finding)} is unusual. ${sentence}`;
}

const place = ({ line, timestamp, session }: Pick<Finding, 'line' | 'timestamp' | 'session'>) =>
  `At line ${formatCount(line)}${clock(timestamp)}, ${session}`;

const clock = (timestamp: number) => (Number.isNaN(timestamp) ? '' : ` (${formatTime(timestamp)})`);

const chance = (finding: Pick<Finding, 'probability' | 'rank'>, { symbols }: Surroundings) =>
  `${formatProbability(finding.probability)}, rank ${finding.rank + 1} of ${symbols}`;

const came = (finding: Pick<Finding, 'probability' | 'rank'>, surroundings: Surroundings) =>
  ` What came had ${chance(finding, surroundings)}.`;

function instead(finding: Pick<Finding, 'expected'>): string {
  const named = naming(finding.expected);
  return named === '' ? '' : ` Expected was ${named}.`;
}

/** Nothing where it would take many words to say. */
function likeness({ nearest }: Surroundings): string {
  if (nearest === undefined || nearest.text.length > MOST_QUOTED) return '';
  const differences = nearest.differences.map(({ expected, found }) => {
    if (expected === '') return `"${found}" added`;
    return found === '' ? `"${expected}" left out` : `"${found}" for "${expected}"`;
  });
  const told = differences.join(' and ');
  if (differences.length > NAMED || told.length > MOST_QUOTED) return '';
  return ` Nearest is "${nearest.text}"${told === '' ? '' : `, with ${told}`}.`;
}

function expectation(finding: Pick<Finding, 'expected'>): string {
  const named = naming(finding.expected);
  return named === '' ? '' : ` The model expected ${named}.`;
}

function naming(expected: readonly ExpectedKey[]): string {
  return expected
    .slice(0, NAMED)
    .filter((candidate, index) => index === 0 || candidate.probability >= WORTH_NAMING)
    .map(
      ({ key, template, probability }) =>
        `${key === -1 ? `the ${template}` : `"${template}"`} (${formatProbability(probability)})`,
    )
    .join(' or ');
}

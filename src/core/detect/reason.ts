import { formatCount, formatProbability, formatTime } from '../base/format.ts';
import type { ExpectedKey, Finding } from './finding.ts';

interface Surroundings {
  /** Template of the event before, empty where there is none. */
  readonly before: string;
  /** Number of symbols the rank is among. */
  readonly symbols: number;
}

/** Keys named as expected in a sentence, and the share of probability they must add to be worth naming. */
const NAMED = 2;
const WORTH_NAMING = 0.05;

/** One sentence or two that a person can paste into a ticket. */
export function reasonOf(finding: Omit<Finding, 'reason'>, surroundings: Surroundings): string {
  const where = `At line ${formatCount(finding.line)}${clock(finding.timestamp)}, ${finding.session}`;
  switch (finding.cause) {
    case 'new-template':
      return `${where} logged "${finding.template}", which the training sessions never did.${instead(finding)}`;
    case 'ended-early':
      return `${where} ended after "${surroundings.before}".${expectation(finding)} An end had ${chance(finding, surroundings)}.`;
    case 'ran-on':
      return `${where} went on with "${finding.template}" where it should have ended.${came(finding, surroundings)}`;
    default:
      return `${where} logged "${finding.template}".${expectation(finding)}${came(finding, surroundings)}`;
  }
}

const clock = (timestamp: number) => (Number.isNaN(timestamp) ? '' : ` (${formatTime(timestamp)})`);

const chance = (finding: Pick<Finding, 'probability' | 'rank'>, { symbols }: Surroundings) =>
  `${formatProbability(finding.probability)}, rank ${finding.rank + 1} of ${symbols}`;

const came = (finding: Pick<Finding, 'probability' | 'rank'>, surroundings: Surroundings) =>
  ` What came had ${chance(finding, surroundings)}.`;

function instead(finding: Pick<Finding, 'expected'>): string {
  const named = naming(finding.expected);
  return named === '' ? '' : ` Expected was ${named}.`;
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

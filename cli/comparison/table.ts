import { type ComparisonAccuracy, FAMILIES, PLANTED } from './measure.ts';

/** A column for each size of log, a row for each number. */
export function comparisonTable(accuracies: readonly ComparisonAccuracy[]): string {
  const row = (name: string, of: (accuracy: ComparisonAccuracy) => string) =>
    `${name.padEnd(28)}${accuracies.map((accuracy) => of(accuracy).padStart(10)).join('')}`;
  return [
    row(`${accuracies[0]?.seeds ?? 0} seeds, sessions a log`, ({ sessions }) => String(sessions)),
    ...FAMILIES.map((family) => row(`false alarms, ${family}`, (one) => percent(one.falseAlarms[family]))),
    ...FAMILIES.map((family) => row(`false discoveries, ${family}`, (one) => percent(one.falseDiscoveries[family]))),
    ...PLANTED.map((planted) => row(`found, ${planted}`, (one) => percent(one.found[planted]))),
  ].join('\n');
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

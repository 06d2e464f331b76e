import { HDFS_DETECTORS, type HdfsAccuracy } from './measure.ts';

const COLUMNS = ['FPR', 'recall', 'P', 'F1', 'best F1'] as const;
const WIDTH = 10;

/** One row a detector for each budget. */
export function hdfsTable(budgets: readonly number[], results: readonly HdfsAccuracy[]): string {
  const row = (name: string, cells: readonly string[]) =>
    name.padEnd(12) + cells.map((cell) => cell.padStart(WIDTH)).join('');
  const blocks = results.map(({ detectors }, index) => [
    row(percent(budgets[index] ?? Number.NaN, 2), COLUMNS),
    ...HDFS_DETECTORS.map((name) => {
      const { fpr, recall, precision, f1, bestF1 } = detectors[name];
      return row(name, [percent(fpr, 3), ...[recall, precision, f1, bestF1].map((share) => share.toFixed(4))]);
    }),
  ]);
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

const percent = (share: number, digits: number) => `${(100 * share).toFixed(digits)} %`;

import { formatCount, NOTHING } from '../../../../core/base/format.ts';
import { visibleText } from '../../../../core/base/visible-text.ts';
import { CAUSES } from '../../../../core/detect/finding.ts';
import type { CauseCount } from '../../../../core/evaluate/causes.ts';
import { CAUSE_LOOKS } from '../../../cause.ts';
import type { FigureTable } from '../../../charts/figure-table.ts';

/** A row a labelled kind, a column for each cause that is told of any; how many sessions are both. */
export function causesTable(counts: readonly CauseCount[]): FigureTable {
  const kinds = [...new Set(counts.map(({ kind }) => kind))].sort();
  const causes = CAUSES.filter((cause) => counts.some((count) => count.cause === cause));
  const columns = [...causes, undefined];
  return {
    columns: [
      { title: 'Labelled', kind: 'name' },
      ...columns.map((cause) => ({
        title: cause === undefined ? 'Not flagged' : CAUSE_LOOKS[cause].word,
        kind: 'number' as const,
        format: (sessions: number) => (sessions === 0 ? NOTHING : formatCount(sessions)),
      })),
    ],
    rows: kinds.map((kind) => [
      visibleText(kind),
      ...columns.map((cause) => counts.find((one) => one.kind === kind && one.cause === cause)?.sessions ?? 0),
    ]),
  };
}

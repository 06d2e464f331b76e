import { formatCount } from '../../core/base/format.ts';
import type { SessionReport } from '../../core/report/log-report.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { lazyPlot } from './lazy-plot.ts';

const Plot = lazyPlot(async () => (await import('./SessionLengthsPlot.tsx')).SessionLengthsPlot);

interface SessionLengthsProps {
  readonly sessions: SessionReport;
  /** h, marked on the axis: what a prediction can look back on. */
  readonly history: number;
}

/** How many sessions have how many events; lengths double from bar to bar. */
export function SessionLengths({ sessions, history }: SessionLengthsProps) {
  const { lengths } = sessions;
  return (
    <Figure
      name="Session lengths"
      height={180}
      table={tableOf(lengths)}
      empty={lengths.length === 0 ? 'There are no sessions to measure.' : undefined}
    >
      <Plot lengths={lengths} history={history} />
    </Figure>
  );
}

function tableOf(lengths: SessionReport['lengths']): FigureTable {
  return {
    columns: [
      { title: 'Events', kind: 'number' },
      { title: 'Sessions', kind: 'number', format: formatCount },
    ],
    rows: lengths.map(({ from, sessions }) => [lengthRange(from), sessions]),
  };
}

function lengthRange(from: number): string {
  const to = 2 * from - 1;
  return to > from ? `${formatCount(from)} to ${formatCount(to)}` : formatCount(from);
}

import { useMemo } from 'react';
import { formatCount, formatProbability } from '../../core/base/format.ts';
import type { Calibration } from '../../core/detect/calibrate.ts';
import type { ThresholdPoint } from '../../core/report/anomaly-report.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { lazyPlot } from './lazy-plot.ts';
import { FALSE_ALARM_LINE, FLAGGED_LINE, formatRate } from './threshold.ts';

const Plot = lazyPlot(
  async () => (await import('./FalseAlarmsAgainstThresholdPlot.tsx')).FalseAlarmsAgainstThresholdPlot,
);

interface FalseAlarmsAgainstThresholdProps {
  readonly curve: readonly ThresholdPoint[];
  readonly threshold: Calibration;
  /** Flagged sessions at the present threshold. */
  readonly flagged: number;
}

/** What each threshold would cost in false alarms, and what it would find. */
export function FalseAlarmsAgainstThreshold({ curve, threshold, flagged }: FalseAlarmsAgainstThresholdProps) {
  const points = useMemo(
    () => curve.filter((point) => point.probability > 0).toSorted((a, b) => a.probability - b.probability),
    [curve],
  );
  return (
    <Figure
      name="False alarms against threshold"
      height={114}
      table={tableOf(points)}
      empty={points.length < 2 ? 'There are too few held-out sessions to compare thresholds.' : undefined}
      legend={[FALSE_ALARM_LINE, FLAGGED_LINE]}
    >
      <Plot points={points} threshold={Math.exp(-threshold.surprise)} flagged={flagged} />
    </Figure>
  );
}

function tableOf(points: readonly ThresholdPoint[]): FigureTable {
  return {
    columns: [
      { title: 'Threshold', kind: 'number', format: formatProbability },
      { title: 'False alarms per 1,000', kind: 'number', format: formatRate },
      { title: 'Flagged sessions', kind: 'number', format: formatCount },
    ],
    rows: points.map(({ probability, falseAlarms, flagged }) => [probability, falseAlarms, flagged]),
  };
}

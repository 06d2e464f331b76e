import { lazy, useMemo } from 'react';
import { formatCount, formatTime } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { type AnomalyLanes, anomalyLanes } from '../../core/report/anomaly-lanes.ts';
import { CAUSE_LOOKS } from '../cause.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';

const Plot = lazy(() =>
  import('./AnomaliesOverTimePlot.tsx').then((module) => ({ default: module.AnomaliesOverTimePlot })),
);

/** Marks are wide: more of them would only cover each other. */
const MOST_MARKS = 240;
const LANE_HEIGHT = 24;
const LOWEST = 136;
const AXIS_HEIGHT = 40;

/** Where in the log the findings are, one lane for each cause. */
export function AnomaliesOverTime({ findings }: { readonly findings: readonly Finding[] }) {
  const lanes = useMemo(() => anomalyLanes(findings, MOST_MARKS), [findings]);
  return (
    <Figure
      name="Anomalies over time"
      height={Math.max(LOWEST, lanes.causes.length * LANE_HEIGHT + AXIS_HEIGHT)}
      table={useMemo(() => tableOf(lanes), [lanes])}
      empty={findings.length === 0 ? 'No session is flagged, so there is nothing to place on a time line.' : undefined}
    >
      <Plot lanes={lanes} />
    </Figure>
  );
}

function tableOf({ axis, marks }: AnomalyLanes): FigureTable {
  return {
    columns: [
      axis === 'time' ? { title: 'Time (UTC)', kind: 'text' } : { title: 'Line', kind: 'number', format: formatCount },
      { title: 'Why', kind: 'text' },
      { title: 'Session', kind: 'text' },
      { title: 'Findings', kind: 'number', format: formatCount },
    ],
    rows: marks.map(({ at, cause, strongest, findings }) => [
      axis === 'time' ? formatTime(at) : at,
      CAUSE_LOOKS[cause].word,
      visibleText(strongest.session),
      findings,
    ]),
  };
}

import { lazy, useMemo } from 'react';
import { formatCount, formatTime } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { type AnomalyLanes, anomalyLanes } from '../../core/report/anomaly-lanes.ts';
import { CAUSE_LOOKS } from '../cause.ts';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import type { Place } from './place.ts';

const Plot = lazy(() =>
  import('./AnomaliesOverTimePlot.tsx').then((module) => ({ default: module.AnomaliesOverTimePlot })),
);

/** Marks are wide: more of them would only cover each other. */
const MOST_MARKS = 240;
const LANE_HEIGHT = 24;
const LOWEST = 136;
const AXIS_HEIGHT = 40;

interface AnomaliesOverTimeProps {
  readonly findings: readonly Finding[];
  /** Times, or lines where findings carry no time, that the list is narrowed to. */
  readonly place: Place | undefined;
  /** A person chose a part of the chart, or all of it. */
  readonly onPlace: (place: Place | undefined) => void;
}

/** Where in the log the findings are, one lane for each cause. */
export function AnomaliesOverTime({ findings, place, onPlace }: AnomaliesOverTimeProps) {
  const lanes = useMemo(() => anomalyLanes(findings, MOST_MARKS), [findings]);
  return (
    <Figure
      name="Anomalies over time"
      height={Math.max(LOWEST, lanes.causes.length * LANE_HEIGHT + AXIS_HEIGHT)}
      table={useMemo(() => tableOf(lanes), [lanes])}
      empty={findings.length === 0 ? 'No session is flagged, so there is nothing to place on a time line.' : undefined}
    >
      <Plot lanes={lanes} place={place} onPlace={onPlace} />
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

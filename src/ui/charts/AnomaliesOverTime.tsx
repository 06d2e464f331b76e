import { useMemo, useState } from 'react';
import { formatCount, formatTime } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import { CAUSES, type Finding } from '../../core/detect/finding.ts';
import { type AnomalyLanes, anomalyLanes } from '../../core/report/anomaly-lanes.ts';
import { CAUSE_LOOKS } from '../cause.ts';
import { Button } from '../widgets/Button.tsx';
import { Figure } from './Figure.tsx';
import type { FigureTable } from './figure-table.ts';
import { lazyPlot } from './lazy-plot.ts';
import type { Place } from './place.ts';
import { useComponentLanes } from './use-component-lanes.ts';

const Plot = lazyPlot(async () => (await import('./AnomaliesOverTimePlot.tsx')).AnomaliesOverTimePlot);

/** Marks are wide: more of them would only cover each other. */
const MOST_MARKS = 240;
const LANE_HEIGHT = 24;
const LOWEST = 136;
const AXIS_HEIGHT = 40;

interface AnomaliesOverTimeProps {
  readonly findings: readonly Finding[];
  /** Name of the column that says which part of the system logged a line, where there is one. */
  readonly component?: string | undefined;
  /** Times, or lines where findings carry no time, that the list is narrowed to. */
  readonly place: Place | undefined;
  /** A person chose a part of the chart, or all of it. */
  readonly onPlace: (place: Place | undefined) => void;
}

/** Where in the log the findings are, one lane for each cause or each component. */
export function AnomaliesOverTime({ findings, component, place, onPlace }: AnomaliesOverTimeProps) {
  const [byComponent, setByComponent] = useState(false);
  const choice = useComponentLanes(findings, byComponent && component !== undefined);
  const lanes = useMemo(() => anomalyLanes(findings, MOST_MARKS, choice), [findings, choice]);
  return (
    <Figure
      name="Anomalies over time"
      aside={
        component !== undefined &&
        findings.length > 0 && (
          <Button variant="quiet" aria-pressed={byComponent} onClick={() => setByComponent(!byComponent)}>
            By {visibleText(component)}
          </Button>
        )
      }
      height={Math.max(LOWEST, lanes.names.length * LANE_HEIGHT + AXIS_HEIGHT)}
      table={useMemo(() => tableOf(lanes, choice && component), [lanes, choice, component])}
      empty={findings.length === 0 ? 'No session is flagged, so there is nothing to place on a time line.' : undefined}
    >
      <Plot lanes={lanes} wordOf={choice === undefined ? causeWord : visibleText} place={place} onPlace={onPlace} />
    </Figure>
  );
}

function causeWord(name: string): string {
  const cause = CAUSES.find((one) => one === name);
  return cause === undefined ? name : CAUSE_LOOKS[cause].word;
}

/** @param component title of the column for the lanes, where they are no causes */
function tableOf({ axis, names, marks }: AnomalyLanes, component: string | undefined): FigureTable {
  return {
    columns: [
      axis === 'time' ? { title: 'Time (UTC)', kind: 'text' } : { title: 'Line', kind: 'number', format: formatCount },
      ...(component === undefined ? [] : [{ title: visibleText(component), kind: 'text' } as const]),
      { title: 'Why', kind: 'text' },
      { title: 'Session', kind: 'text' },
      { title: 'Findings', kind: 'number', format: formatCount },
    ],
    rows: marks.map(({ at, lane, cause, strongest, findings }) => [
      axis === 'time' ? formatTime(at) : at,
      ...(component === undefined ? [] : [visibleText(names[lane] ?? '')]),
      CAUSE_LOOKS[cause].word,
      visibleText(strongest.session),
      findings,
    ]),
  };
}

import { CartesianGrid, type DotItemDotProps, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { formatCount, formatNumberOf, formatTime } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { AnomalyLanes, AnomalyMark } from '../../core/report/anomaly-lanes.ts';
import { linearTicks } from '../../core/report/axis-ticks.ts';
import { CAUSE_LOOKS } from '../cause.ts';
import { useTextScale } from '../text-scale.ts';
import { AXIS, below, CURSOR, timeAxis } from './axis.ts';
import { ChartTip, type Tip } from './ChartTip.tsx';
import { PlaceBrush } from './PlaceBrush.tsx';
import type { Place } from './place.ts';
import { PLOT, UNDRAWN } from './plot.ts';

interface Props {
  readonly lanes: AnomalyLanes;
  /** Text of a lane's name. */
  readonly wordOf: (name: string) => string;
  readonly place: Place | undefined;
  readonly onPlace: (place: Place | undefined) => void;
}

/** In characters: so many stand beside the axis. */
const LONGEST_NAME = 16;

/** One line that is not drawn, with a mark at each point: unlike a scatter chart, arrow keys reach all points of a line chart. */
export function AnomaliesOverTimePlot({ lanes, wordOf, place, onPlace }: Props) {
  const scale = useTextScale();
  const { names, marks } = lanes;
  return (
    <LineChart {...PLOT} title="Anomalies over time" data={[...marks]} style={{ ...PLOT.style, userSelect: 'none' }}>
      <CartesianGrid stroke="var(--line)" vertical={false} syncWithTicks />
      <XAxis {...below(scale)} dataKey="at" type="number" padding={{ left: 10, right: 10 }} {...placeAxis(lanes)} />
      <YAxis
        {...AXIS}
        axisLine={false}
        type="number"
        width={100 * scale}
        reversed
        domain={[-0.5, names.length - 0.5]}
        ticks={names.map((_, index) => index)}
        tickFormatter={(index: number) => shortened(wordOf(names[index] ?? ''))}
        interval={0}
      />
      <Tooltip content={<ChartTip tipOf={describe} />} cursor={CURSOR} isAnimationActive={false} />
      <Line dataKey="lane" {...UNDRAWN} dot={drawMark} />
      <PlaceBrush
        whole={{ from: lanes.first, to: lanes.last }}
        chosen={place}
        format={lanes.axis === 'line' ? formatCount : formatTime}
        onChoose={onPlace}
      />
    </LineChart>
  );
}

function placeAxis({ axis, first, last }: AnomalyLanes) {
  const domain: [number, number] = first < last ? [first, last] : [first - 1, last + 1];
  if (axis === 'line') return { domain, ticks: linearTicks(...domain, 5), tickFormatter: formatCount };
  const { ticks, format } = timeAxis(...domain);
  return { domain, ticks: ticks.length > 0 ? ticks : [first], tickFormatter: format };
}

/** The end of a name tells most: `dfs.DataNode$PacketResponder`. */
function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `…${name.slice(1 - LONGEST_NAME)}` : name;
}

function drawMark({ cx = 0, cy = 0, payload, index }: DotItemDotProps) {
  const { colour, shape } = CAUSE_LOOKS[(payload as AnomalyMark).cause];
  return (
    <path
      key={index}
      d={shape}
      transform={`translate(${cx} ${cy})`}
      fill={colour}
      stroke="var(--surface)"
      data-cause={(payload as AnomalyMark).cause}
    />
  );
}

function describe({ cause, strongest, findings }: AnomalyMark): Tip {
  const more = findings > 1 ? [{ label: 'here', value: formatNumberOf(findings, 'finding') }] : [];
  return {
    title: visibleText(strongest.session),
    rows: [
      { label: CAUSE_LOOKS[cause].word, value: formatTime(strongest.timestamp) },
      { label: 'line', value: formatCount(strongest.line) },
      ...more,
    ],
  };
}

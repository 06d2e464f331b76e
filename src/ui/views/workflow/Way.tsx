import type { EdgeProps } from '@xyflow/react';
import { formatDuration } from '../../../core/base/format.ts';
import type { WayEdge } from './flow-elements.ts';
import styles from './WorkflowCanvas.module.css';
import { arrowPath, DASHES, USUAL_COLOUR, WAY_COLOURS, wayMiddle, wayPath, wayWidth } from './way-shape.ts';

/** Wide enough to be hit by a finger. */
const HIT_WIDTH = 24;

/** A way from one step to the next: wider the more often it is gone, with the time it usually takes. */
export function Way({ data, selected }: EdgeProps<WayEdge>) {
  if (data === undefined) return null;
  const { edge, sentence } = data;
  const { mark, time } = edge;
  const path = wayPath(edge);
  const colour = mark === undefined ? USUAL_COLOUR : WAY_COLOURS[mark];
  const { x, y } = wayMiddle(edge);
  return (
    <g className={styles.way} data-mark={mark}>
      <title>{sentence}</title>
      <path d={path} fill="none" stroke="transparent" strokeWidth={HIT_WIDTH} />
      <path d={path} fill="none" className={styles.focused} strokeWidth={wayWidth(edge) + 8} strokeOpacity={0.5} />
      {selected && <path d={path} fill="none" className={styles.chosen} strokeWidth={wayWidth(edge) + 6} />}
      <path
        d={path}
        fill="none"
        stroke={colour}
        strokeWidth={wayWidth(edge)}
        strokeDasharray={mark === 'missing' ? DASHES : undefined}
      />
      <path d={arrowPath(edge)} fill={colour} />
      {time && (
        <text x={x + 6} y={y} className={styles.time}>
          {formatDuration(time.median)}
        </text>
      )}
    </g>
  );
}

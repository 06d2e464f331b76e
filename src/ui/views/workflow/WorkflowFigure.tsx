import { useMemo } from 'react';
import type { PictureEdge, WorkflowPicture } from '../../../core/report/workflow-report.ts';
import { Figure } from '../../charts/Figure.tsx';
import type { LegendEntry } from '../../charts/Legend.tsx';
import { pictureSvg } from './picture-svg.ts';
import { HEIGHT, WorkflowCanvas } from './WorkflowCanvas.tsx';
import { type Texts, wayTable } from './ways.tsx';

const WAYS: readonly LegendEntry[] = [
  { label: 'Way, wider the more often it is gone', colour: 'var(--edge)', kind: 'line' },
];
const PATH: readonly LegendEntry[] = [
  ...WAYS,
  { label: 'Path of the session', colour: 'var(--accent)', kind: 'line' },
  { label: 'Left out by it', colour: 'var(--c-end)', kind: 'dashed' },
  { label: 'Extra step', colour: 'var(--c-key)', kind: 'area' },
];

interface WorkflowFigureProps {
  /** Undefined until it is laid out. */
  readonly picture: WorkflowPicture | undefined;
  /** Of its nodes, with names. */
  readonly texts: Texts;
  /** Whose path may be drawn. */
  readonly session: string | undefined;
  /** Id of the way that is chosen. */
  readonly way: string | undefined;
  readonly onWay: (edge: PictureEdge) => void;
}

/** The graph of a task, which can be read as a table and saved as a picture. */
export function WorkflowFigure({ picture, texts, session, way, onWay }: WorkflowFigureProps) {
  const table = useMemo(() => wayTable(picture?.edges ?? [], texts), [picture, texts]);
  const hasPath = picture?.nodes.some(({ mark }) => mark !== undefined) ?? false;
  return (
    <Figure
      name="Workflow"
      height={HEIGHT}
      legend={hasPath ? PATH : WAYS}
      table={table}
      empty={picture === undefined ? 'The graph is being laid out.' : undefined}
      drawing={(figure) => picture && pictureSvg(picture, texts, figure)}
      below={
        session !== undefined && picture && !hasPath ? (
          <p>The selected session does not belong to this task.</p>
        ) : undefined
      }
    >
      {picture && <WorkflowCanvas picture={picture} texts={texts} way={way} onWay={onWay} />}
    </Figure>
  );
}

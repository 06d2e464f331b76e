import '@xyflow/react/dist/base.css';
import { Controls, ReactFlow, type ReactFlowInstance } from '@xyflow/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PictureEdge, WorkflowPicture } from '../../../core/report/workflow-report.ts';
import { BEGIN } from '../../../core/workflow/graph-node.ts';
import { useWidth } from '../../widgets/use-width.ts';
import { firstView } from './first-view.ts';
import { flowElements, type StepNode, type WayEdge } from './flow-elements.ts';
import { Step } from './Step.tsx';
import { useWayKeys } from './use-way-keys.ts';
import { Way } from './Way.tsx';
import styles from './WorkflowCanvas.module.css';
import type { Texts } from './ways.tsx';

const NODE_TYPES = { step: Step };
const EDGE_TYPES = { way: Way };
const MARGIN = 40;
/** Of the drawing area, in CSS pixels. */
export const HEIGHT = 520;

interface WorkflowCanvasProps {
  readonly picture: WorkflowPicture;
  /** Of its nodes, with names. */
  readonly texts: Texts;
  readonly way: string | undefined;
  readonly onWay: (edge: PictureEdge) => void;
}

/** The graph itself: drag to move it, Control and the wheel to zoom. By keyboard its ways are gone along with arrows. */
export function WorkflowCanvas({ picture, texts, way, onWay }: WorkflowCanvasProps) {
  const box = useRef<HTMLDivElement>(null);
  const { nodes, edges } = useMemo(() => flowElements(picture, texts), [picture, texts]);
  const [flow, setFlow] = useState<ReactFlowInstance<StepNode, WayEdge>>();
  const attributesOf = useWayKeys({ box, flow, edges: picture.edges, onWay });
  const shown = useMemo(
    () =>
      edges.map((edge): WayEdge => {
        const domAttributes = edge.data && attributesOf(edge.data.edge);
        return { ...edge, selected: edge.id === way, ...(domAttributes && { domAttributes }) };
      }),
    [edges, way, attributesOf],
  );
  const boxWidth = useWidth(box);
  const { width, height } = picture;
  const start = picture.nodes.find(({ id }) => id === BEGIN)?.x ?? width / 2;
  useEffect(() => {
    if (flow && boxWidth > 0)
      void flow.setViewport(firstView({ width, height, start }, { width: boxWidth, height: HEIGHT }));
  }, [flow, boxWidth, width, height, start]);
  return (
    <div ref={box} className={styles.canvas}>
      <ReactFlow
        nodes={nodes}
        edges={shown}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onInit={setFlow}
        onEdgeClick={(_, { data }) => data && onWay(data.edge)}
        minZoom={0.1}
        maxZoom={2}
        translateExtent={[
          [-MARGIN, -MARGIN],
          [width + MARGIN, height + MARGIN],
        ]}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        zoomOnScroll={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        disableKeyboardA11y
        proOptions={{ hideAttribution: true }}
      >
        <Controls showInteractive={false} position="top-right" />
      </ReactFlow>
    </div>
  );
}

import type { Edge, Node } from '@xyflow/react';
import type { PictureEdge, PictureNode, WorkflowPicture } from '../../../core/report/workflow-report.ts';
import { type Texts, wayId, waySentence } from './ways.tsx';

export type StepNode = Node<{ readonly node: PictureNode }, 'step'>;
export type WayEdge = Edge<{ readonly edge: PictureEdge; readonly sentence: string }, 'way'>;

/** A graph as React Flow takes it. @param texts with names */
export function flowElements(
  { nodes, edges }: WorkflowPicture,
  texts: Texts,
): {
  readonly nodes: StepNode[];
  readonly edges: WayEdge[];
} {
  return {
    nodes: nodes.map((node) => ({
      id: String(node.id),
      type: 'step',
      position: { x: node.x - node.width / 2, y: node.y - node.height / 2 },
      width: node.width,
      height: node.height,
      data: { node },
    })),
    edges: edges.map((edge) => {
      const sentence = waySentence(edge, texts);
      return {
        id: wayId(edge),
        type: 'way',
        source: String(edge.from),
        target: String(edge.to),
        ariaRole: 'button',
        ariaLabel: sentence,
        data: { edge, sentence },
      };
    }),
  };
}

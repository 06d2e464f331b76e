import { Graph, layout } from '@dagrejs/dagre';
import type { PictureEdge, PictureNode, WorkflowPicture } from '../../core/report/workflow-report.ts';
import { BEGIN, END, type NodeId } from '../../core/workflow/graph-node.ts';

const STEP = { width: 224, height: 52 };
/** The beginning and the end of sessions. */
const EDGE_OF_SESSION = { width: 84, height: 30 };
const MARGIN = 16;
/** How far a way from a step to itself goes out. */
const LOOP = 30;

/** What is drawn, without places. */
export interface UnplacedGraph {
  readonly nodes: readonly Omit<PictureNode, 'x' | 'y' | 'width' | 'height'>[];
  readonly edges: readonly Omit<PictureEdge, 'points'>[];
}

/** Places from top to bottom, layer by layer; the same graph gets the same ones. */
export function layoutGraph({ nodes, edges }: UnplacedGraph): WorkflowPicture {
  const graph = new Graph({ directed: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 48, ranksep: 44, edgesep: 14, marginx: MARGIN, marginy: MARGIN });
  for (const { id } of nodes) graph.setNode(String(id), { ...(id === BEGIN || id === END ? EDGE_OF_SESSION : STEP) });
  for (const { from, to, count } of edges) {
    if (from !== to) graph.setEdge(String(from), String(to), { weight: 1 + Math.log2(1 + count) });
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const placed = nodes.map((node): PictureNode => {
    const { x, y, width, height } = graph.node(String(node.id));
    return { ...node, x, y, width, height };
  });
  const byId = new Map(placed.map((node) => [node.id, node]));
  const pointsOf = (from: NodeId, to: NodeId): PictureEdge['points'] => {
    const node = from === to ? byId.get(from) : undefined;
    return node ? besideNode(node) : (graph.edge(String(from), String(to)).points ?? []);
  };
  const ways = edges.map((edge) => ({ ...edge, points: pointsOf(edge.from, edge.to) }));
  // Ways may lead around what dagre takes for the width.
  const right = Math.max(...ways.flatMap(({ points }) => points.map(({ x }) => x)));
  return { width: Math.max(width, right + MARGIN), height, nodes: placed, edges: ways };
}

/** The way from a step to itself, on its right side. */
function besideNode({ x, y, width, height }: PictureNode): PictureEdge['points'] {
  const right = x + width / 2;
  const [top, bottom] = [y - height / 4, y + height / 4];
  return [
    { x: right, y: top },
    { x: right + LOOP, y: top },
    { x: right + LOOP, y: bottom },
    { x: right, y: bottom },
  ];
}

import type {
  PictureEdge,
  PictureNode,
  WorkflowPicture,
  WorkflowReport,
} from '../../../core/report/workflow-report.ts';
import { BEGIN, END } from '../../../core/workflow/graph-node.ts';

const node = (over: Pick<PictureNode, 'id' | 'text' | 'y'> & Partial<PictureNode>): PictureNode => ({
  count: 66,
  mark: undefined,
  due: undefined,
  x: 130,
  width: 224,
  height: 52,
  ...over,
});

const edge = (from: number, to: number, y: number, over: Partial<PictureEdge> = {}): PictureEdge => ({
  from,
  to,
  count: 66,
  chance: { counted: 1, expected: 0.98 },
  share: 1,
  time: undefined,
  mark: undefined,
  points: [
    { x: 130, y },
    { x: 130, y: y + 20 },
    { x: 130, y: y + 44 },
  ],
  ...over,
});

/** Three steps; of a path, the second one was left out. */
export function workflowPicture({ path = false } = {}): WorkflowPicture {
  const taken = path ? ({ mark: 'taken' } as const) : {};
  const missing = path ? ({ mark: 'missing' } as const) : {};
  const took = { time: { median: 40, p95: 120 } };
  return {
    width: 260,
    height: 460,
    nodes: [
      node({ id: BEGIN, text: 'begin', y: 20, width: 84, height: 30 }),
      node({ id: 0, text: 'Accepted <*> from <*>', y: 110, ...taken, due: path ? '"Loading <*> rows"' : undefined }),
      node({ id: 1, text: 'Loading <*> rows', y: 210, ...missing }),
      node({ id: 2, text: 'Finished <img src=x> after <*> ms', y: 310, ...taken }),
      node({ id: END, text: 'end', y: 410, width: 84, height: 30 }),
    ],
    edges: [
      edge(BEGIN, 0, 40, taken),
      edge(0, 1, 140, { ...took, ...missing }),
      edge(1, 2, 240, { ...took, ...missing }),
      edge(2, END, 340, taken),
      ...(path ? [edge(0, 2, 140, { count: 0, share: 0, chance: { counted: 0, expected: 0.3 }, mark: 'taken' })] : []),
    ],
  };
}

export function workflowReport(over: Partial<WorkflowReport['tasks'][number]> = {}): WorkflowReport {
  return {
    sessions: 66,
    hasModel: true,
    tasks: [
      {
        begins: 'Accepted <*> from <*>',
        sessions: 66,
        variants: 1,
        steps: 3,
        rare: 0,
        startedBy: [],
        isExpected: true,
        ...over,
      },
    ],
  };
}

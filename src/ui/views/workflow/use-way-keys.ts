import type { ReactFlowInstance } from '@xyflow/react';
import { type KeyboardEvent, type RefObject, useCallback, useMemo, useState } from 'react';
import type { PictureEdge } from '../../../core/report/workflow-report.ts';
import type { StepNode, WayEdge } from './flow-elements.ts';
import { firstWay, nextWay } from './next-way.ts';
import { wayMiddle } from './way-shape.ts';
import { wayId } from './ways.tsx';

interface Canvas {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly flow: ReactFlowInstance<StepNode, WayEdge> | undefined;
  readonly edges: readonly PictureEdge[];
  readonly onWay: (edge: PictureEdge) => void;
}

/** Ways by keyboard: Tab enters the graph at one of them, arrows move along it, Enter chooses. @returns attributes of a way */
export function useWayKeys({ box, flow, edges, onWay }: Canvas): (edge: PictureEdge) => WayEdge['domAttributes'] {
  const [entered, setEntered] = useState<string>();
  const first = useMemo(() => firstWay(edges), [edges]);
  const at = edges.find((edge) => wayId(edge) === entered) ?? first;
  const show = useCallback(
    (edge: PictureEdge) => {
      if (flow && box.current) bringIntoView(flow, box.current, wayMiddle(edge));
    },
    [flow, box],
  );
  return useCallback(
    (edge) => ({
      tabIndex: edge === at ? 0 : -1,
      onFocus: () => {
        setEntered(wayId(edge));
        show(edge);
      },
      onKeyDown: (event: KeyboardEvent) => {
        const next = nextWay(edges, edge, event.key);
        if (event.key === 'Enter' || event.key === ' ') onWay(edge);
        else if (next === undefined) return;
        else box.current?.querySelector<SVGElement>(`[data-id="${wayId(next)}"]`)?.focus();
        event.preventDefault();
        event.stopPropagation();
      },
    }),
    [edges, at, box, show, onWay],
  );
}

function bringIntoView(
  flow: ReactFlowInstance<StepNode, WayEdge>,
  { clientWidth, clientHeight }: HTMLElement,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const view = flow.getViewport();
  const [left, top] = [x * view.zoom + view.x, y * view.zoom + view.y];
  if (left < 0 || left > clientWidth || top < 0 || top > clientHeight) void flow.setCenter(x, y, { zoom: view.zoom });
}

import { startTransition, useEffect, useState } from 'react';

type Turn = () => void;

/** In order. */
const waiting = new Set<Turn>();
/** Its chart is about to be drawn, or is being drawn. */
let current: Turn | undefined;

/**
 * Whether it is this chart's turn to be drawn. Each has a turn of its own, after what was drawn before is on the screen:
 * a page is there at once, and nobody who clicks meanwhile waits for more than one chart.
 */
export function useTurn(): boolean {
  const [hasCome, setCome] = useState(false);
  useEffect(() => (hasCome ? undefined : wait(() => startTransition(() => setCome(true)))), [hasCome]);
  return hasCome;
}

/** @returns what is to be called once it is drawn, or needs no turn any more */
function wait(turn: Turn): () => void {
  waiting.add(turn);
  goOn();
  return () => {
    waiting.delete(turn);
    if (current === turn) current = undefined;
    goOn();
  };
}

function goOn(): void {
  const [next] = waiting;
  if (current !== undefined || next === undefined) return;
  waiting.delete(next);
  current = next;
  requestAnimationFrame(() => setTimeout(next));
}

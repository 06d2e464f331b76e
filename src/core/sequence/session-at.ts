import { countBelow } from '../base/count-below.ts';
import type { SessionTable } from './session-table.ts';

/** The session of an event. */
export function sessionAt({ start }: Pick<SessionTable, 'start'>, event: number): number {
  return countBelow(start, event + 1) - 1;
}

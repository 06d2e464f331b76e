import type { ModelMemory } from '../../../core/report/model-memory.ts';
import { useCommands } from '../../context.ts';
import { usePolled } from '../../use-polled.ts';

const EVERY = 1000;

/** What the model thread holds, looked at once a second; undefined until it answers. */
export function useModelMemory(): ModelMemory | undefined {
  return usePolled(useCommands().modelMemory, EVERY);
}

import { useEffect, useState } from 'react';
import type { ModelMemory } from '../../../core/report/model-memory.ts';
import { useCommands } from '../../context.ts';

const EVERY = 1000;

/** What the model thread holds, looked at once a second; undefined until it answers. */
export function useModelMemory(): ModelMemory | undefined {
  const { modelMemory } = useCommands();
  const [memory, setMemory] = useState<ModelMemory>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async () => {
      const found = await modelMemory();
      if (isGone) return;
      setMemory(found);
      timer = setTimeout(look, EVERY);
    };
    void look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [modelMemory]);
  return memory;
}

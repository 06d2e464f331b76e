import { formatBytes, formatCount, formatNumberOf, formatSeconds, NOTHING } from '../../../core/base/format.ts';
import type { ModelMemory } from '../../../core/report/model-memory.ts';
import type { TrainingPace } from '../../../core/report/training-pace.ts';
import type { Fact } from '../../widgets/Facts.tsx';

/** What can be said while a model trains. */
export function liveFacts(pace: TrainingPace | undefined, memory: ModelMemory | undefined): readonly Fact[] {
  return [
    {
      name: 'Time left',
      value: pace ? formatSeconds(pace.secondsLeft) : NOTHING,
      note: pace ? 'at most; it stops when nothing improves' : 'known after the first epoch',
    },
    {
      name: 'Events a second',
      value: pace ? formatCount(Math.round(pace.eventsPerSecond)) : NOTHING,
      note: 'of the training sessions, in each epoch again',
    },
    {
      name: 'Memory',
      value: memory ? formatBytes(memory.tensorBytes) : NOTHING,
      note: memory ? heapNote(memory) : 'not known yet',
    },
  ];
}

function heapNote({ tensors, heapBytes }: ModelMemory): string {
  const held = `in ${formatNumberOf(tensors, 'tensor')}`;
  return heapBytes === undefined ? held : `${held}, objects of the model's thread ${formatBytes(heapBytes)}`;
}

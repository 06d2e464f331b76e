import type { Steps } from '../core/base/steps.ts';
import { breathe } from '../ml/breathe.ts';

/** Lets waiting messages in after each step: a request for lines does not wait until a large log is grouped. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}

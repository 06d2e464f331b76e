import type { Interruption } from '../app/interruption.ts';
import { formatNumberOf, formatSeconds } from '../core/base/format.ts';

/** What came between, and where training goes on. */
export function interruptionText(interruption: Interruption): string {
  switch (interruption.is) {
    case 'resumed':
      return `Resumed ${after(interruption.epoch)}, where an earlier tab ended. The model will be the same as without the break.`;
    case 'continued':
      return `Training went on ${after(interruption.epoch)}, as you asked.`;
    case 'gpu-reset':
      return `The GPU was reset: training goes on ${after(interruption.epoch)}${interruption.backend.backend === 'webgl' ? '' : ', without the GPU from here on'}.`;
    case 'thread-died':
      return `${interruption.what}: another thread goes on ${after(interruption.epoch)}.`;
    case 'frozen':
      return `Paused for ${formatSeconds(interruption.milliseconds / 1000)} by the browser, since nobody looked at this tab.`;
    case 'not-saved':
      return 'The browser has no room to save this training: keep the tab open until it ends.';
  }
}

function after(epoch: number): string {
  return epoch === 0 ? 'from the beginning' : `behind ${formatNumberOf(epoch, 'epoch')}`;
}

/** What an interrupted run is about, as a question. */
export function resumeQuestion(names: readonly string[], epoch: number): string {
  const [first = '', ...others] = names;
  const more = others.length > 0 ? ` and ${formatNumberOf(others.length, 'other file')}` : '';
  return `Resume training of ${first}${more} (epoch ${epoch})?`;
}

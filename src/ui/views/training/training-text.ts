import type { ModelReport, Training } from '../../../app/state.ts';
import { formatCount, formatNumberOf, formatSeconds, formatShare, NOTHING } from '../../../core/base/format.ts';
import type { TemplateRow } from '../../../core/report/log-report.ts';
import { type BackendChoice, type EpochLog, softmaxOf } from '../../../core/sequence/key-model.ts';
import type { Fact } from '../../widgets/Facts.tsx';

export const BACKEND_NAMES = { webgl: 'WebGL', wasm: 'WASM', cpu: 'CPU' } as const;

/** What an update of the model computes. */
const SOFTMAX = { exact: 'softmax over all', sampled: 'softmax over a sample of them' } as const;

/** What training does now, as the title of its page. */
export function trainingTitle({ activity, epochs, learntValues, scored }: Training): string {
  const last = epochs.at(-1);
  const soFar = last ? `epoch ${formatCount(last.epoch)}, loss ${formatLoss(last.trainLoss)}` : 'first epoch';
  switch (activity) {
    case 'starting':
      return 'Training: starting the model';
    case 'training':
      return `Training: ${soFar}`;
    case 'paused':
      return `Paused after ${soFar}`;
    case 'stopping':
      return `Stopping after ${soFar}`;
    case 'values':
      return `Trained: ${soFar}; learning the numbers in lines, ${formatShare(learntValues)} done`;
    case 'scoring':
      return `Trained: ${soFar}; scoring sessions, ${formatShare(scored)} done`;
  }
}

/** How training ended, as the title of its page. */
export function trainedTitle({ epochs, end }: ModelReport): string {
  const count = formatNumberOf(epochs.length, 'epoch');
  switch (end) {
    case 'early-stop':
      return `Trained in ${count}, stopped early`;
    case 'stopped':
      return `Trained in ${count}, stopped by you`;
    case 'diverged':
      return `Training broke down after ${count}`;
    default:
      return `Trained in ${count}`;
  }
}

/** What the title means for the model that is kept. */
export function trainedSubtitle({ end, bestEpoch }: ModelReport): string {
  const kept = `The model of epoch ${formatCount(bestEpoch)}, the best on held-out sessions, is kept.`;
  switch (end) {
    case 'early-stop':
      return `The loss on held-out sessions no longer fell. ${kept}`;
    case 'diverged':
      return `The loss stopped being a number. ${kept}`;
    default:
      return kept;
  }
}

interface Model {
  readonly templates: readonly TemplateRow[];
  readonly windows: number;
  readonly distinctWindows: number;
  readonly backend: BackendChoice | undefined;
  readonly epochs: readonly EpochLog[];
}

/** What the model was made from and where it stands. */
export function factsOf(model: Model, bestEpoch: number | undefined): readonly Fact[] {
  const { templates, windows, distinctWindows, backend, epochs } = model;
  const best = epochs.find((epoch) => epoch.epoch === bestEpoch);
  const seconds = epochs.reduce((sum, epoch) => sum + epoch.seconds, 0);
  const known = templates.filter((template) => !template.isNew).length;
  return [
    { name: 'Keys', value: formatCount(known), note: `templates in training, ${SOFTMAX[softmaxOf(known)]}` },
    { name: 'Windows', value: formatCount(windows), note: `${formatCount(distinctWindows)} distinct` },
    {
      name: 'Epochs',
      value: formatCount(epochs.length),
      note: seconds > 0 ? `in ${formatSeconds(seconds)}` : epochs.length > 0 ? 'at another time' : 'none yet',
    },
    {
      name: 'Best epoch',
      value: best ? formatCount(best.epoch) : NOTHING,
      note: best ? heldOutText(best) : 'not known yet',
    },
    {
      name: 'Backend',
      value: backend ? BACKEND_NAMES[backend.backend] : NOTHING,
      note: backend?.reason ?? 'being measured',
    },
  ];
}

/** There may be no held-out windows to measure a loss on. */
function heldOutText({ trainLoss, validationLoss }: EpochLog): string {
  const isMissing = Number.isNaN(validationLoss) && Number.isFinite(trainLoss);
  return isMissing ? 'no sessions were held out' : `held-out loss ${formatLoss(validationLoss)}`;
}

function formatLoss(loss: number): string {
  return Number.isFinite(loss) ? loss.toFixed(2) : 'not a number';
}

import { formatBytes, formatCount, formatShare } from '../core/base/format.ts';
import { softmaxOf } from '../core/sequence/key-model.ts';
import type { Detector } from './detector.ts';

/** `README.md` of a detector file: what it is, what it was trained on, and what not to expect of it. */
export function modelCard(detector: Detector): string {
  const { trainedOn, training, weights, settings, heldOut } = detector;
  const { history, layers, units, symbols } = weights.shape;
  const files = trainedOn.files.map(({ name, size }) => `- ${name} (${formatBytes(size)})`).join('\n');
  const best = training.epochs[training.bestEpoch - 1];
  return `---
library_name: deeplog
tags: [log-anomaly-detection, deeplog, lstm]
---

# Detector for ${trainedOn.files.map(({ name }) => name).join(', ')}

Made by Deeplog. It scores logs of the same program: open it there and drop a log file.

## Trained on

${files}
- ${formatCount(trainedOn.lines)} lines, ${formatCount(trainedOn.sessions)} sessions by ${detector.session.label}

## Model

- ${layers} LSTM layers of ${units} units over one-hot log keys, history ${history}, ${symbols} symbols (keys, BEGIN, END, UNKNOWN)
- ${formatCount(training.windows)} windows, ${formatCount(training.distinctWindows)} of them distinct, ${training.epochs.length} passes on ${training.backend} with ${softmaxOf(symbols) === 'exact' ? 'an exact' : 'a sampled'} softmax, seed ${training.seed}
- training loss ${nats(best?.trainLoss)}, validation loss ${nats(best?.validationLoss)} nats an event
- \`model.json\` and \`weights.bin\` are a tfjs layers model: \`tf.loadLayersModel\` opens them. Input: one-hot symbols [batch, ${history}, ${symbols}].

## Thresholds

- False alarms asked for: ${formatShare(settings.budget)} of sessions; held-out sessions: ${formatCount(heldOut.probability.length + heldOut.unseen)}
${settings.byLabels === undefined ? '' : `- ${settings.byLabels} That was on the log above; another log is judged at the false alarms asked for.\n`}
## Limits

- A session is judged by the order of its keys alone, not by its parameters or times.
- What the training sessions did wrong counts as normal.
- \`templates.json\` holds constant text of the log. Read it before you hand the file on.
`;
}

const nats = (loss: number | undefined) => (loss === undefined || Number.isNaN(loss) ? 'unknown' : loss.toFixed(4));

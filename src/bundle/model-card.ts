import { formatBytes, formatCount, formatNumberOf, formatShare } from '../core/base/format.ts';
import { describeErrorNorm } from '../core/detect/expected/error-norm.ts';
import { countForetold } from '../core/detect/expected/keep-foretold.ts';
import type { StepNorms } from '../core/detect/timing/step-norms.ts';
import { softmaxOf } from '../core/sequence/key-model.ts';
import type { Detector } from './detector.ts';

/** `README.md` of a detector file: what it is, what it was trained on, and what not to expect of it. */
export function modelCard(detector: Detector): string {
  const { trainedOn, training, weights, settings, heldOut, marks, memory } = detector;
  const { valueErrors } = settings;
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
${settings.byLabels === undefined ? '' : `- ${settings.byLabels} That was on the log above; another log is judged at the false alarms asked for.\n`}${valueErrors === undefined ? '' : `- Numbers that the ones before foretell are judged by ${describeErrorNorm(valueErrors)}\n`}
## Limits

- A session is judged by ${listOf(judgedBy(detector))}, and by nothing else.
- What the training sessions did wrong counts as normal.
- \`templates.json\` holds constant text of the log. Read it before you hand the file on.
${memory === undefined ? '' : `- \`memory.bin\` holds ${formatNumberOf(memory.training.count + memory.validation.count, 'window')} of log keys that it learnt from, so that it can go on learning; no text of the log.\n`}${marks === undefined ? '' : `- \`marks.jsonl\` holds ${formatNumberOf(marks.length, 'mark')}: identifiers of sessions, what was said of them and when.\n`}`;
}

/** What of a session the detector looks at. */
function judgedBy({ ensemble, values: foretold }: Detector): readonly string[] {
  const order = 'the order of its keys';
  if (ensemble === undefined) return [order];
  const { values, timing, rate } = ensemble.models.states;
  const places = foretold === undefined ? 0 : countForetold(foretold);
  return [
    order,
    'how often each comes',
    'how many there are',
    ...(values.length > 0 ? [`values at ${formatNumberOf(values.length, 'place')} of its templates`] : []),
    ...(places > 0 ? [`numbers that the ones before foretell at ${formatNumberOf(places, 'place')}`] : []),
    ...(isTimed(timing) ? ['the time between events'] : []),
    ...(rate.keys.length > 0 ? ['how many events come at once'] : []),
  ];
}

function isTimed({ pairs, keys, repeats }: StepNorms): boolean {
  return keys.length + repeats.length > 0 || pairs.some(([, , norm]) => norm !== null);
}

function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const nats = (loss: number | undefined) => (loss === undefined || Number.isNaN(loss) ? 'unknown' : loss.toFixed(4));

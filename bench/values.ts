import type { ValueRows, ValueTraining } from '../src/core/detect/expected/value-model.ts';
import { VALUE_HISTORY } from '../src/core/detect/expected/value-model.ts';
import { trainValues } from '../src/ml/values/train-values.ts';
import type { Measures } from './bench.ts';
import { median, timed } from './median.ts';

const KEYS = 500;
/** Lines of each key that are learnt from. */
const ROWS = 250;
/** Keys that are trained alone; all of them would take an hour. */
const ALONE = 3;
/** Standard deviation of a ramp of eight steps that is scaled to it. */
const SPREAD = 2.29;

/** The numbers of 500 keys, learnt by one network and, for some of them, by a network each, in the same run. */
export async function benchValues(): Promise<Measures> {
  const together: number[] = [];
  const { heldOut } = await timed(together, () => trainValues(trainingOf(KEYS), 1, 'wasm'));
  const alone: number[] = [];
  for (let key = 0; key < ALONE; key++) await timed(alone, () => trainValues(trainingOf(1, key), 1, 'wasm'));
  const [all, one] = [median(together), median(alone)];
  return {
    keys: KEYS,
    'seconds for all keys together': all,
    'seconds for one key alone (median of 3)': one,
    'seconds for all keys one by one (500 times one, not run)': KEYS * one,
    'times faster together': (KEYS * one) / all,
    'mean error, of the spread of the numbers': meanError(heldOut, rowsOf(KEYS, 0).targets),
  };
}

function trainingOf(series: number, first = 0): ValueTraining {
  const rows = rowsOf(series, first);
  return { series, values: 1, history: VALUE_HISTORY, training: rows, heldOut: rows };
}

/** By turns ramps of eight, alternations, and waves of their own length. */
function numberOf(key: number, line: number): number {
  if (key % 3 === 0) return ((line % 8) - 3.5) / SPREAD;
  return key % 3 === 1 ? (line % 2) * 2 - 1 : Math.SQRT2 * Math.sin((2 * Math.PI * line) / (11 + (key % 20)));
}

function rowsOf(series: number, first: number): ValueRows {
  const count = series * ROWS;
  const rows = {
    series: new Int32Array(count),
    inputs: new Float32Array(count * VALUE_HISTORY),
    targets: new Float32Array(count),
  };
  for (let row = 0; row < count; row++) {
    const [key, line] = [Math.floor(row / ROWS), row % ROWS];
    rows.series[row] = key;
    for (let step = 0; step < VALUE_HISTORY; step++) {
      rows.inputs[row * VALUE_HISTORY + step] = numberOf(first + key, line + step);
    }
    rows.targets[row] = numberOf(first + key, line + VALUE_HISTORY);
  }
  return rows;
}

function meanError(predicted: Float32Array, targets: Float32Array): number {
  return targets.reduce((sum, target, i) => sum + Math.abs(target - (predicted[i] as number)), 0) / targets.length;
}

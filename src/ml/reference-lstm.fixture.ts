import type { KeyModelShape } from '../core/sequence/key-model.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';

/** `KeyModelWeights` in any precision. */
export interface ReferenceWeights {
  readonly shape: KeyModelShape;
  readonly lstm: readonly ReferenceLayer[];
  readonly dense: { readonly kernel: ArrayLike<number>; readonly bias: ArrayLike<number> };
}

interface ReferenceLayer {
  readonly kernel: ArrayLike<number>;
  readonly recurrent: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
}

/** The key model in double precision, one window at a time, straight from the definition: what the fast one must equal. */
export function referenceProbabilities(weights: ReferenceWeights, window: ArrayLike<number>): number[] {
  const { units, symbols } = weights.shape;
  const states = weights.lstm.map((): LstmState => ({ hidden: zeros(units), cell: zeros(units) }));
  for (let step = 0; step < window.length; step++) {
    let input: readonly number[] = oneHot(window[step] as number, symbols);
    for (const [layer, lstm] of weights.lstm.entries()) {
      const next = lstmStep(lstm, input, states[layer] as LstmState, units);
      states[layer] = next;
      input = next.hidden;
    }
  }
  const top = (states.at(-1) as LstmState).hidden;
  const scores = Array.from(
    weights.dense.bias,
    (bias, symbol) => bias + dot(top, weights.dense.kernel, symbol, symbols),
  );
  const exponentials = scores.map((score) => Math.exp(score - Math.max(...scores)));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  return exponentials.map((value) => value / sum);
}

/** A window and the symbol that followed it, `count` times. */
export interface ReferenceEvent {
  readonly window: ArrayLike<number>;
  readonly next: number;
  readonly count: number;
}

/** Mean cross-entropy over all events of a set. */
export function referenceLoss(weights: ReferenceWeights, set: WindowSet): number {
  const events = Array.from({ length: set.count }, (_, row) => {
    const window = set.windows.subarray(row * set.history, (row + 1) * set.history);
    const successors = Array.from(set.nextSymbol.keys()).slice(set.nextStart[row], set.nextStart[row + 1]);
    return successors.map((at) => ({ window, next: set.nextSymbol[at] as number, count: set.nextCount[at] as number }));
  });
  return meanLoss(weights, events.flat());
}

/** Mean cross-entropy over events, each window run by itself. */
export function meanLoss(weights: ReferenceWeights, events: readonly ReferenceEvent[]): number {
  let [sum, total] = [0, 0];
  for (const { window, next, count } of events) {
    sum -= count * Math.log(referenceProbabilities(weights, window)[next] as number);
    total += count;
  }
  return sum / total;
}

/** Gradient of {@link meanLoss} by central differences: kernel, recurrent kernel and bias of each layer, then the dense ones. */
export function referenceGradients(weights: ReferenceWeights, events: readonly ReferenceEvent[]): Float64Array[] {
  const arrays: Float64Array[] = [];
  const double = (values: ArrayLike<number>): Float64Array => {
    const array = Float64Array.from(values);
    arrays.push(array);
    return array;
  };
  const movable: ReferenceWeights = {
    shape: weights.shape,
    lstm: weights.lstm.map((layer) => ({
      kernel: double(layer.kernel),
      recurrent: double(layer.recurrent),
      bias: double(layer.bias),
    })),
    dense: { kernel: double(weights.dense.kernel), bias: double(weights.dense.bias) },
  };
  const lossAt = (array: Float64Array, index: number, value: number): number => {
    array[index] = value;
    return meanLoss(movable, events);
  };
  return arrays.map((array) =>
    array.map((value, index) => {
      const slope = (lossAt(array, index, value + STEP) - lossAt(array, index, value - STEP)) / (2 * STEP);
      array[index] = value;
      return slope;
    }),
  );
}

const STEP = 1e-5;

interface LstmState {
  readonly hidden: readonly number[];
  readonly cell: readonly number[];
}

function lstmStep(
  { kernel, recurrent, bias }: ReferenceLayer,
  input: readonly number[],
  state: LstmState,
  units: number,
): LstmState {
  const gate = (index: number, unit: number): number => {
    const column = index * units + unit;
    return (
      (bias[column] as number) + dot(input, kernel, column, 4 * units) + dot(state.hidden, recurrent, column, 4 * units)
    );
  };
  const cell = state.cell.map(
    (before, unit) => sigmoid(gate(1, unit)) * before + sigmoid(gate(0, unit)) * Math.tanh(gate(2, unit)),
  );
  return { cell, hidden: cell.map((value, unit) => sigmoid(gate(3, unit)) * Math.tanh(value)) };
}

function dot(vector: readonly number[], matrix: ArrayLike<number>, column: number, columns: number): number {
  return vector.reduce((sum, value, row) => sum + value * (matrix[row * columns + column] as number), 0);
}

function oneHot(symbol: number, symbols: number): number[] {
  return zeros(symbols).map((zero, index) => (index === symbol ? 1 : zero));
}

function zeros(length: number): number[] {
  return new Array<number>(length).fill(0);
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

import type { KeyModelShape } from '../core/sequence/key-model.ts';

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

import type { Tensor2D } from '@tensorflow/tfjs';
import type { PrefixLevel } from '../../core/sequence/prefix-tree.ts';
import type {
  KernelShape,
  LevelKernels,
  LoadLevel,
  StepBackward,
  StepGradient,
  StepInputs,
  StepState,
} from './level-kernels.ts';

/** Tensors whose values plain loops can reach. */
export interface HostMemory {
  /** A tensor with arbitrary contents. */
  allocate(rows: number, columns: number): Tensor2D;
  /** The values themselves, no copy. Growing memory makes views stale: take them after the last allocation. */
  view(tensor: Tensor2D): Float32Array;
}

/** Values of one node and unit kept for the backward step: the four gates and tanh of the cell. */
const SAVED = 5;

/** Kernels as plain loops, for backends whose tensors lie in memory that JavaScript can address. */
export function hostKernels(memory: HostMemory): LoadLevel {
  return (level, shape): LevelKernels => ({
    size: level.size,
    forward: (inputs) => forward(memory, level, shape, inputs),
    backward: (state, above, gradient) => backward(memory, level, shape, state, above, gradient),
    sumBySymbol: (rows) => sumInto(memory, rows, level.symbol, shape.symbols),
    sumRows: (rows) => sumInto(memory, rows, new Int32Array(level.size), 1).as1D(),
    dispose: () => undefined,
  });
}

function forward(memory: HostMemory, level: PrefixLevel, shape: KernelShape, inputs: StepInputs): StepState {
  const { units } = shape;
  const { parent, symbol } = level;
  const state: StepState = {
    hidden: memory.allocate(level.size, units),
    cell: memory.allocate(level.size, units),
    saved: memory.allocate(level.size, SAVED * units),
  };
  const rows = memory.view(inputs.rows);
  // The first level's parent is node 0 of nothing: one row of zeros.
  const { carried } = inputs;
  const preactivation = carried ? memory.view(carried.preactivation) : new Float32Array(4 * units);
  const cellAbove = carried ? memory.view(carried.cell) : new Float32Array(units);
  const [hidden, cell, saved] = [memory.view(state.hidden), memory.view(state.cell), memory.view(state.saved)];
  const bySymbol = inputs.rowsAre === 'symbols';

  for (let node = 0; node < level.size; node++) {
    const above = parent[node] as number;
    let x = (bySymbol ? (symbol[node] as number) : node) * 4 * units;
    let z = above * 4 * units;
    let previous = above * units;
    let out = node * units;
    let keep = node * SAVED * units;
    for (let unit = 0; unit < units; unit++, x++, z++, previous++, out++, keep++) {
      const i = sigmoid((rows[x] as number) + (preactivation[z] as number));
      const f = sigmoid((rows[x + units] as number) + (preactivation[z + units] as number));
      const g = tanh((rows[x + 2 * units] as number) + (preactivation[z + 2 * units] as number));
      const o = sigmoid((rows[x + 3 * units] as number) + (preactivation[z + 3 * units] as number));
      const c = f * (cellAbove[previous] as number) + i * g;
      const squashed = tanh(c);
      saved[keep] = i;
      saved[keep + units] = f;
      saved[keep + 2 * units] = g;
      saved[keep + 3 * units] = o;
      saved[keep + 4 * units] = squashed;
      cell[out] = c;
      hidden[out] = o * squashed;
    }
  }
  return state;
}

function backward(
  memory: HostMemory,
  level: PrefixLevel,
  shape: KernelShape,
  state: StepState,
  above: StepState | undefined,
  gradient: StepGradient,
): StepBackward {
  const { units } = shape;
  const rowsTensor = memory.allocate(level.size, 4 * units);
  const cellTensor = memory.allocate(level.size, units);
  const saved = memory.view(state.saved);
  const cellAbove = above ? memory.view(above.cell) : new Float32Array(units);
  const dHidden = memory.view(gradient.hidden);
  const dCellBelow = gradient.cell ? memory.view(gradient.cell) : undefined;
  const [dRows, dCell] = [memory.view(rowsTensor), memory.view(cellTensor)];

  for (let node = 0; node < level.size; node++) {
    let previous = (level.parent[node] as number) * units;
    let out = node * units;
    let keep = node * SAVED * units;
    let row = node * 4 * units;
    for (let unit = 0; unit < units; unit++, previous++, out++, keep++, row++) {
      const i = saved[keep] as number;
      const f = saved[keep + units] as number;
      const g = saved[keep + 2 * units] as number;
      const o = saved[keep + 3 * units] as number;
      const squashed = saved[keep + 4 * units] as number;
      const dh = dHidden[out] as number;
      const dc = (dCellBelow ? (dCellBelow[out] as number) : 0) + dh * o * (1 - squashed * squashed);
      dRows[row] = dc * g * i * (1 - i);
      dRows[row + units] = dc * (cellAbove[previous] as number) * f * (1 - f);
      dRows[row + 2 * units] = dc * i * (1 - g * g);
      dRows[row + 3 * units] = dh * squashed * o * (1 - o);
      dCell[out] = dc * f;
    }
  }
  if (!above) {
    cellTensor.dispose();
    return { rows: rowsTensor };
  }
  const nodesAbove = level.childStart.length - 1;
  const preactivation = sumInto(memory, rowsTensor, level.parent, nodesAbove);
  const cell = sumInto(memory, cellTensor, level.parent, nodesAbove);
  cellTensor.dispose();
  return { rows: rowsTensor, carried: { preactivation, cell } };
}

/** Adds row r of `rows` to row `target[r]` of a new tensor of `count` rows. */
function sumInto(memory: HostMemory, rows: Tensor2D, target: Int32Array, count: number): Tensor2D {
  const width = rows.shape[1];
  const tensor = memory.allocate(count, width);
  const [from, sums] = [memory.view(rows), memory.view(tensor)];
  sums.fill(0);
  for (let row = 0, at = 0; row < target.length; row++) {
    const end = at + width;
    for (let to = (target[row] as number) * width; at < end; at++, to++) {
      sums[to] = (sums[to] as number) + (from[at] as number);
    }
  }
  return tensor;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Several times faster than `Math.tanh`, and as exact as single precision can tell. */
function tanh(x: number): number {
  return 2 / (1 + Math.exp(-2 * x)) - 1;
}

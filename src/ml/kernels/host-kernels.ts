import * as tf from '@tensorflow/tfjs-core';
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
  allocate(rows: number, columns: number): tf.Tensor2D;
  /** The values themselves, no copy. Growing memory makes views stale: take them after the last allocation. */
  view(tensor: tf.Tensor2D): Float32Array;
}

/** Kernels as plain loops, for backends whose tensors lie in memory that JavaScript can address. */
export function hostKernels(memory: HostMemory): LoadLevel {
  return (level, shape): LevelKernels => ({
    size: level.size,
    forward: (inputs) => forward(memory, level, shape, inputs),
    backward: (state, above, gradient) => backward(memory, level, shape, state, above, gradient),
    addBySymbol: (sums, rows) => addRows(memory, sums, rows, level.symbol),
    sumRows: (rows) => tf.reshape<tf.Rank.R1>(sumInto(memory, rows, new Int32Array(level.size), 1), [-1]),
    dispose: () => undefined,
  });
}

function forward(memory: HostMemory, level: PrefixLevel, shape: KernelShape, inputs: StepInputs): StepState {
  const gates = tf.sigmoid(preactivations(memory, level, shape, inputs));
  const cell = cells(memory, level, shape, gates, inputs.carried?.cell);
  const squashed = tf.sigmoid(tf.mul<tf.Tensor2D>(cell, 2));
  return { hidden: hiddenStates(memory, shape, gates, squashed), cell, saved: [gates, squashed] };
}

/** Shape [n, 4u]; those of the cell gate doubled, as tanh(x) = 2 sigmoid(2x) - 1. */
function preactivations(
  memory: HostMemory,
  { size, parent, symbol }: PrefixLevel,
  { units }: KernelShape,
  { rows, rowsAre, carried }: StepInputs,
): tf.Tensor2D {
  const width = 4 * units;
  const tensor = memory.allocate(size, width);
  const [from, to] = [memory.view(rows), memory.view(tensor)];
  // The first level's parent is node 0 of nothing: one row of zeros.
  const above = carried ? memory.view(carried.preactivation) : new Float32Array(width);
  for (let node = 0, out = 0; node < size; node++) {
    let x = (rowsAre === 'symbols' ? (symbol[node] as number) : node) * width;
    let z = (parent[node] as number) * width;
    const cellGate = out + 2 * units;
    for (const end = out + width; out < end; out++, x++, z++) {
      const value = (from[x] as number) + (above[z] as number);
      to[out] = out >= cellGate && out < cellGate + units ? 2 * value : value;
    }
  }
  return tensor;
}

function cells(
  memory: HostMemory,
  { size, parent }: PrefixLevel,
  { units }: KernelShape,
  gates: tf.Tensor2D,
  carried: tf.Tensor2D | undefined,
): tf.Tensor2D {
  const tensor = memory.allocate(size, units);
  const [gate, cell] = [memory.view(gates), memory.view(tensor)];
  const above = carried ? memory.view(carried) : new Float32Array(units);
  for (let node = 0, out = 0; node < size; node++) {
    let before = (parent[node] as number) * units;
    let at = node * 4 * units;
    for (const end = out + units; out < end; out++, before++, at++) {
      const kept = (gate[at + units] as number) * (above[before] as number);
      cell[out] = kept + (gate[at] as number) * (2 * (gate[at + 2 * units] as number) - 1);
    }
  }
  return tensor;
}

function hiddenStates(
  memory: HostMemory,
  { units }: KernelShape,
  gates: tf.Tensor2D,
  squashed: tf.Tensor2D,
): tf.Tensor2D {
  const size = gates.shape[0];
  const tensor = memory.allocate(size, units);
  const [gate, squash, hidden] = [memory.view(gates), memory.view(squashed), memory.view(tensor)];
  for (let node = 0, out = 0; node < size; node++) {
    let at = (4 * node + 3) * units;
    for (const end = out + units; out < end; out++, at++) {
      hidden[out] = (gate[at] as number) * (2 * (squash[out] as number) - 1);
    }
  }
  return tensor;
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
  const [gates, squashes] = state.saved as [tf.Tensor2D, tf.Tensor2D];
  const [gate, squash] = [memory.view(gates), memory.view(squashes)];
  const cellAbove = above ? memory.view(above.cell) : new Float32Array(units);
  const dHidden = memory.view(gradient.hidden);
  const dCellBelow = gradient.cell ? memory.view(gradient.cell) : undefined;
  const [dRows, dCell] = [memory.view(rowsTensor), memory.view(cellTensor)];

  for (let node = 0; node < level.size; node++) {
    let previous = (level.parent[node] as number) * units;
    let out = node * units;
    let row = node * 4 * units;
    for (let unit = 0; unit < units; unit++, previous++, out++, row++) {
      const i = gate[row] as number;
      const f = gate[row + units] as number;
      const g = 2 * (gate[row + 2 * units] as number) - 1;
      const o = gate[row + 3 * units] as number;
      const squashed = 2 * (squash[out] as number) - 1;
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

/** Sums of the rows with the same target, in a new tensor of `count` rows. */
function sumInto(memory: HostMemory, rows: tf.Tensor2D, target: Int32Array, count: number): tf.Tensor2D {
  const sums = memory.allocate(count, rows.shape[1]);
  memory.view(sums).fill(0);
  addInPlace(memory, sums, rows, target);
  return sums;
}

/** In place, since a table with a row for each of many symbols takes longer to copy than to add to. */
function addRows(memory: HostMemory, sums: tf.Tensor2D, rows: tf.Tensor2D, target: Int32Array): tf.Tensor2D {
  addInPlace(memory, sums, rows, target);
  return sums.clone();
}

/** Adds row r of `rows` to row `target[r]` of `sums`. */
function addInPlace(memory: HostMemory, sums: tf.Tensor2D, rows: tf.Tensor2D, target: Int32Array): void {
  const width = rows.shape[1];
  const [from, into] = [memory.view(rows), memory.view(sums)];
  for (let row = 0, at = 0; row < target.length; row++) {
    const end = at + width;
    for (let to = (target[row] as number) * width; at < end; at++, to++) {
      into[to] = (into[to] as number) + (from[at] as number);
    }
  }
}

import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_math';
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
import {
  carriedCellGradientProgram,
  cellGradientProgram,
  cellProgram,
  hiddenProgram,
  preactivationGradientProgram,
  preactivationProgram,
  segmentSumProgram,
} from './webgl-programs.ts';

type Run = (program: GPGPUProgram, inputs: readonly tf.Tensor[]) => tf.Tensor2D;

/** Kernels as small fragment shaders; the saved tensor holds the pre-activations [n, 4u]. */
export function webglKernels(backend: MathBackendWebGL): LoadLevel {
  const run: Run = (program, inputs) => {
    const output = backend.compileAndRun(program, [...inputs], 'float32');
    return tf.engine().makeTensorFromTensorInfo(output) as tf.Tensor2D;
  };
  return (level, shape) => new WebglLevel(run, level, shape);
}

class WebglLevel implements LevelKernels {
  readonly size: number;
  private readonly run: Run;
  private readonly shape: KernelShape;
  private readonly nodesAbove: number;
  private readonly parent: tf.Tensor1D;
  private readonly symbol: tf.Tensor1D;
  private readonly childStart: tf.Tensor1D;
  private readonly symbolOrder: tf.Tensor1D;
  private readonly symbolStart: tf.Tensor1D;

  constructor(run: Run, level: PrefixLevel, shape: KernelShape) {
    const { order, start } = groupBySymbol(level.symbol, shape.symbols);
    const upload = (values: Int32Array): tf.Tensor1D => tf.tensor1d(values, 'int32');
    this.run = run;
    this.shape = shape;
    this.size = level.size;
    this.nodesAbove = level.childStart.length - 1;
    this.parent = upload(level.parent);
    this.symbol = upload(level.symbol);
    this.childStart = upload(level.childStart);
    this.symbolOrder = upload(order);
    this.symbolStart = upload(start);
  }

  forward({ rows, rowsAre, carried }: StepInputs): StepState {
    const { units } = this.shape;
    const bySymbol = rowsAre === 'symbols';
    const saved = this.run(preactivationProgram(this.size, units, bySymbol, carried !== undefined), [
      rows,
      ...(bySymbol ? [this.symbol] : []),
      ...(carried ? [carried.preactivation, this.parent] : []),
    ]);
    const cell = this.run(cellProgram(this.size, units, carried !== undefined), [
      saved,
      ...(carried ? [carried.cell, this.parent] : []),
    ]);
    const hidden = this.run(hiddenProgram(this.size, units), [saved, cell]);
    return { hidden, cell, saved: [saved] };
  }

  backward(state: StepState, above: StepState | undefined, gradient: StepGradient): StepBackward {
    const { units } = this.shape;
    const { cell } = state;
    const [saved] = state.saved as [tf.Tensor2D];
    const dCell = this.run(cellGradientProgram(this.size, units, gradient.cell !== undefined), [
      saved,
      cell,
      gradient.hidden,
      ...(gradient.cell ? [gradient.cell] : []),
    ]);
    const rows = this.run(preactivationGradientProgram(this.size, units, above !== undefined), [
      saved,
      cell,
      gradient.hidden,
      dCell,
      ...(above ? [above.cell, this.parent] : []),
    ]);
    if (!above) return { rows };
    const preactivation = this.run(segmentSumProgram(this.nodesAbove, 4 * units, false), [rows, this.childStart]);
    const carriedCell = this.run(carriedCellGradientProgram(this.nodesAbove, units), [saved, dCell, this.childStart]);
    return { rows, carried: { preactivation, cell: carriedCell } };
  }

  addBySymbol(sums: tf.Tensor2D, rows: tf.Tensor2D): tf.Tensor2D {
    const program = segmentSumProgram(this.shape.symbols, rows.shape[1], true);
    return tf.add(sums, this.run(program, [rows, this.symbolStart, this.symbolOrder]));
  }

  sumRows(rows: tf.Tensor2D): tf.Tensor1D {
    return tf.sum(rows, 0);
  }

  dispose(): void {
    tf.dispose([this.parent, this.symbol, this.childStart, this.symbolOrder, this.symbolStart]);
  }
}

/** Nodes in the order of their symbols: those of symbol s are `order[start[s]]` to `order[start[s + 1] - 1]`. */
function groupBySymbol(
  symbol: Int32Array,
  symbols: number,
): { readonly order: Int32Array; readonly start: Int32Array } {
  const start = new Int32Array(symbols + 1);
  for (const s of symbol) start[s + 1] = (start[s + 1] as number) + 1;
  for (let s = 0; s < symbols; s++) start[s + 1] = (start[s + 1] as number) + (start[s] as number);
  const order = Int32Array.from(symbol.keys()).sort((a, b) => (symbol[a] as number) - (symbol[b] as number));
  return { order, start };
}

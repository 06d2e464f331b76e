import { VALUE_HISTORY, type ValueRows } from './value-model.ts';

/** Keeps the equations solvable where numbers repeat. */
const RIDGE = 1e-3;

/** Inputs of a linear forecast. */
export interface ForecastRows {
  /** Shape [n, size]. */
  readonly inputs: Float32Array;
  /** Shape [n]. */
  readonly targets: Float32Array;
  /** Numbers that a forecast is made of. */
  readonly size: number;
}

/**
 * What a linear forecast of a place is made of: all of its history, and the other places of the last vector. Rows without a
 * target are left out.
 *
 * @param width numbers of a vector of `rows`
 */
export function forecastRows(rows: ValueRows, place: number, width: number): ForecastRows {
  const size = VALUE_HISTORY + width - 1;
  const known = [...rows.series.keys()].filter((row) => !Number.isNaN(rows.targets[row * width + place]));
  const inputs = new Float32Array(known.length * size);
  known.forEach((row, to) => {
    const inputAt = (step: number, at: number) => rows.inputs[(row * VALUE_HISTORY + step) * width + at] as number;
    for (let step = 0; step < VALUE_HISTORY; step++) inputs[to * size + step] = inputAt(step, place);
    for (let other = 1; other < width; other++) {
      inputs[to * size + VALUE_HISTORY - 1 + other] = inputAt(VALUE_HISTORY - 1, (place + other) % width);
    }
  });
  return { inputs, targets: Float32Array.from(known, (row) => rows.targets[row * width + place] as number), size };
}

/**
 * The best linear forecast: least squares with a ridge, solved by elimination.
 *
 * @returns weights of the inputs, then the constant
 */
export function fitForecast({ inputs, targets, size }: ForecastRows): Float64Array {
  const matrix = Array.from({ length: size + 1 }, () => new Float64Array(size + 2));
  for (let row = 0; row < targets.length; row++) {
    const at = (column: number) => (column === size ? 1 : (inputs[row * size + column] as number));
    for (const [i, line] of matrix.entries()) {
      const own = at(i);
      for (let j = 0; j <= size; j++) line[j] = (line[j] as number) + own * at(j);
      line[size + 1] = (line[size + 1] as number) + own * (targets[row] as number);
    }
  }
  for (const [i, line] of matrix.entries()) line[i] = (line[i] as number) + RIDGE * (1 + targets.length / 1000);
  return solve(matrix);
}

/** How far the forecasts are from the targets, shape [n]. */
export function forecastErrors(weights: Float64Array, { inputs, targets, size }: ForecastRows): Float64Array {
  return Float64Array.from(targets, (target, row) => {
    let sum = weights[size] as number;
    for (let i = 0; i < size; i++) sum += (weights[i] as number) * (inputs[row * size + i] as number);
    return target - sum;
  });
}

/** Of a positive definite matrix with the right side as its last column; needs no exchange of rows. */
function solve(matrix: Float64Array[]): Float64Array {
  const size = matrix.length;
  for (const [i, pivot] of matrix.entries()) {
    for (const [k, line] of matrix.entries()) {
      if (k === i) continue;
      const factor = (line[i] as number) / (pivot[i] as number);
      for (let j = i; j <= size; j++) line[j] = (line[j] as number) - factor * (pivot[j] as number);
    }
  }
  return Float64Array.from(matrix, (line, i) => (line[size] as number) / (line[i] as number));
}

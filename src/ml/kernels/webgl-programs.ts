import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_math';

/**
 * Fragment shaders, one output value a run. Inputs: X rows to start from, I the row of each node, Z pre-activations, P of the nodes
 * above, A the node above, C cells, B cells above, H and D gradients at hidden states and cells, S where children start, O order.
 */

/** `tanh` by the exponential of a negative number, which cannot overflow. */
const GATES = `
  float sigmoid(float x) { return 1.0 / (1.0 + exp(-x)); }
  float squash(float x) {
    float e = exp(-2.0 * abs(x));
    float t = (1.0 - e) / (1.0 + e);
    return x < 0.0 ? -t : t;
  }
`;

/** Shapes go in as uniforms, so that one compiled program serves levels of every size. */
function program(variableNames: string[], outputShape: [number, number], body: string): GPGPUProgram {
  const userCode = `${GATES}
  void main() {
    ivec2 at = getOutputCoords();
    int row = at[0];
    int column = at[1];
    ${body}
  }`;
  return { variableNames, outputShape, userCode, enableShapeUniforms: true };
}

/** Pre-activations [n, 4u]: the input's part, plus what the node above carries down. */
export function preactivationProgram(nodes: number, units: number, bySymbol: boolean, carried: boolean): GPGPUProgram {
  const names = ['X', ...(bySymbol ? ['I'] : []), ...(carried ? ['P', 'A'] : [])];
  const from = bySymbol ? 'getX(int(getI(row)), column)' : 'getX(row, column)';
  const above = carried ? ' + getP(int(getA(row)), column)' : '';
  return program(names, [nodes, 4 * units], `setOutput(${from}${above});`);
}

/** Cells [n, u]. */
export function cellProgram(nodes: number, units: number, carried: boolean): GPGPUProgram {
  const kept = carried ? `sigmoid(getZ(row, column + ${units})) * getB(int(getA(row)), column)` : '0.0';
  const added = `sigmoid(getZ(row, column)) * squash(getZ(row, column + ${2 * units}))`;
  return program(['Z', ...(carried ? ['B', 'A'] : [])], [nodes, units], `setOutput(${kept} + ${added});`);
}

/** Hidden states [n, u]. */
export function hiddenProgram(nodes: number, units: number): GPGPUProgram {
  return program(
    ['Z', 'C'],
    [nodes, units],
    `setOutput(sigmoid(getZ(row, column + ${3 * units})) * squash(getC(row, column)));`,
  );
}

/** Gradient at the cells [n, u]: through the hidden state, plus what the children hand up. */
export function cellGradientProgram(nodes: number, units: number, fromChildren: boolean): GPGPUProgram {
  return program(
    ['Z', 'C', 'H', ...(fromChildren ? ['D'] : [])],
    [nodes, units],
    `float t = squash(getC(row, column));
    float gate = sigmoid(getZ(row, column + ${3 * units}));
    setOutput(getH(row, column) * gate * (1.0 - t * t)${fromChildren ? ' + getD(row, column)' : ''});`,
  );
}

/** Gradient at the pre-activations [n, 4u]; D is the result of {@link cellGradientProgram}. */
export function preactivationGradientProgram(nodes: number, units: number, carried: boolean): GPGPUProgram {
  const before = carried ? 'getB(int(getA(row)), unit)' : '0.0';
  return program(
    ['Z', 'C', 'H', 'D', ...(carried ? ['B', 'A'] : [])],
    [nodes, 4 * units],
    `int gate = column / ${units};
    int unit = column - gate * ${units};
    float own = getZ(row, column);
    float s = sigmoid(own);
    float slope = s * (1.0 - s);
    if (gate == 0) {
      setOutput(getD(row, unit) * squash(getZ(row, unit + ${2 * units})) * slope);
    } else if (gate == 1) {
      setOutput(getD(row, unit) * ${before} * slope);
    } else if (gate == 2) {
      float t = squash(own);
      setOutput(getD(row, unit) * sigmoid(getZ(row, unit)) * (1.0 - t * t));
    } else {
      setOutput(getH(row, unit) * squash(getC(row, unit)) * slope);
    }`,
  );
}

/** Gradient [m, u] at the cells above: the children's, each through its forget gate. */
export function carriedCellGradientProgram(nodesAbove: number, units: number): GPGPUProgram {
  return program(
    ['Z', 'D', 'S'],
    [nodesAbove, units],
    `int end = int(getS(row + 1));
    float sum = 0.0;
    for (int child = int(getS(row)); child < end; child++) {
      sum += getD(child, column) * sigmoid(getZ(child, column + ${units}));
    }
    setOutput(sum);`,
  );
}

/** Sums [groups, w] of the rows O[S[g]] to O[S[g + 1] - 1], or of those rows themselves without an order. */
export function segmentSumProgram(groups: number, width: number, ordered: boolean): GPGPUProgram {
  const from = ordered ? 'int(getO(place))' : 'place';
  return program(
    ['X', 'S', ...(ordered ? ['O'] : [])],
    [groups, width],
    `int end = int(getS(row + 1));
    float sum = 0.0;
    for (int place = int(getS(row)); place < end; place++) sum += getX(${from}, column);
    setOutput(sum);`,
  );
}

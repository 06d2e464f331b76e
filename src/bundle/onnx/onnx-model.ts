import type { KeyModelWeights, LstmWeights } from '../../core/sequence/key-model.ts';
import { PROGRAM_VERSION } from '../detector.ts';
import { encodeModel, type OnnxNode, type OnnxTensor } from './messages.ts';

/** Gates as Keras orders them - input, forget, cell, output - in the order of ONNX: input, output, forget, cell. */
const GATES = [0, 3, 1, 2] as const;

const ABOUT =
  'Next-symbol model of a log. A window is the symbols before an event, the oldest first; before the first event of a session stands BEGIN.';

/**
 * The sequence model as an ONNX file: input `window`, int64 [batch, history], symbols; output `probabilities`, float
 * [batch, symbols], of the symbol that comes next.
 *
 * @param symbolNames what each symbol stands for, kept in the file as a JSON array named `symbols`
 */
export function onnxModel(weights: KeyModelWeights, symbolNames: readonly string[]): Uint8Array<ArrayBuffer> {
  const { symbols, history } = weights.shape;
  const nodes: OnnxNode[] = [
    node('OneHot', ['window', 'symbol_count', 'off_on'], 'one_hot', { axis: -1 }),
    node('Transpose', ['one_hot'], 'steps_0', { perm: [1, 0, 2] }),
  ];
  const constants: OnnxTensor[] = [
    { name: 'symbol_count', shape: [1], values: BigInt64Array.of(BigInt(symbols)) },
    { name: 'off_on', shape: [2], values: Float32Array.of(0, 1) },
    { name: 'axis_0', shape: [1], values: BigInt64Array.of(0n) },
  ];
  if (weights.lstm.length > 1) constants.push({ name: 'axis_1', shape: [1], values: BigInt64Array.of(1n) });
  weights.lstm.forEach((layer, index) => {
    const isLast = index === weights.lstm.length - 1;
    constants.push(...lstmTensors(layer, index));
    nodes.push(...lstmNodes(index, isLast, weights.shape.units));
  });
  const { kernel, bias } = weights.dense;
  constants.push({ name: 'dense_kernel', shape: [weights.shape.units, symbols], values: kernel });
  constants.push({ name: 'dense_bias', shape: [symbols], values: bias });
  nodes.push(node('Gemm', ['last_state', 'dense_kernel', 'dense_bias'], 'logits', {}));
  nodes.push(node('Softmax', ['logits'], 'probabilities', { axis: -1 }));
  return encodeModel({
    producer: 'Deeplog',
    version: PROGRAM_VERSION,
    about: ABOUT,
    metadata: new Map([['symbols', JSON.stringify(symbolNames)]]),
    graph: {
      name: 'next_symbol',
      nodes,
      constants,
      inputs: [{ name: 'window', type: 'int64', shape: ['batch', history], about: 'Symbols, the oldest first.' }],
      outputs: [
        { name: 'probabilities', type: 'float', shape: ['batch', symbols], about: 'Of each symbol to come next.' },
      ],
    },
  });
}

/** Of a layer that is not the last one, all states go on; of the last one, the state after the last step. */
function lstmNodes(layer: number, isLast: boolean, units: number): OnnxNode[] {
  const states = `states_${layer}`;
  const inputs = [`steps_${layer}`, `kernel_${layer}`, `recurrent_${layer}`, `bias_${layer}`];
  const outputs = isLast ? ['', states] : [states];
  const lstm: OnnxNode = { operator: 'LSTM', inputs, outputs, attributes: { hidden_size: units } };
  // The axis of directions, of which there is one: [direction, batch, unit], and [step, direction, batch, unit].
  const axis = isLast ? 'axis_0' : 'axis_1';
  return [lstm, node('Squeeze', [states, axis], isLast ? 'last_state' : `steps_${layer + 1}`, {})];
}

function lstmTensors({ kernel, recurrent, bias }: LstmWeights, layer: number): OnnxTensor[] {
  const units = bias.length / 4;
  const inputs = kernel.length / bias.length;
  // ONNX adds a bias to the input and another to the state.
  const biases = new Float32Array(2 * bias.length);
  biases.set(reordered(bias, 1, units));
  return [
    { name: `kernel_${layer}`, shape: [1, 4 * units, inputs], values: reordered(kernel, inputs, units) },
    { name: `recurrent_${layer}`, shape: [1, 4 * units, units], values: reordered(recurrent, units, units) },
    { name: `bias_${layer}`, shape: [1, 8 * units], values: biases },
  ];
}

/** From [rows, 4 units] in the order of Keras to [4 units, rows] in that of ONNX. */
function reordered(values: Float32Array, rows: number, units: number): Float32Array {
  const out = new Float32Array(values.length);
  GATES.forEach((gate, place) => {
    for (let unit = 0; unit < units; unit++) {
      for (let row = 0; row < rows; row++) {
        out[(place * units + unit) * rows + row] = values[row * 4 * units + gate * units + unit] as number;
      }
    }
  });
  return out;
}

function node(
  operator: string,
  inputs: readonly string[],
  output: string,
  attributes: OnnxNode['attributes'],
): OnnxNode {
  return { operator, inputs, outputs: [output], attributes };
}

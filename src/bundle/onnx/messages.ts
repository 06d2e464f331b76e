import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/**
 * The part of ONNX's protobuf messages that a sequence model needs.
 *
 * @see https://github.com/onnx/onnx/blob/main/onnx/onnx.proto
 */
export interface OnnxModel {
  readonly producer: string;
  readonly version: string;
  readonly about: string;
  readonly metadata: ReadonlyMap<string, string>;
  readonly graph: OnnxGraph;
}

export interface OnnxGraph {
  readonly name: string;
  /** In the order they run. */
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxTensor[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
}

export interface OnnxNode {
  readonly operator: string;
  /** Names of values; an empty one is an input that is left out. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, number | readonly number[]>>;
}

export interface OnnxTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

export interface OnnxValue {
  readonly name: string;
  readonly type: 'float' | 'int64';
  /** A name stands for an extent that is known when the model runs. */
  readonly shape: readonly (number | string)[];
  readonly about: string;
}

/** What runtimes of 2022 and later read. */
const IR_VERSION = 8;
const OPSET = 17;

const ELEMENT = { float: 1, int64: 7 } as const;
const ATTRIBUTE = { integer: 2, integers: 7 } as const;

/** The same model gives the same bytes. */
export function encodeModel({ producer, version, about, metadata, graph }: OnnxModel): Uint8Array<ArrayBuffer> {
  const writer = new BinaryWriter();
  integer(writer, 1, IR_VERSION);
  text(writer, 2, producer);
  text(writer, 3, version);
  text(writer, 6, about);
  message(writer, 7, () => writeGraph(writer, graph));
  message(writer, 8, () => integer(writer, 2, OPSET));
  for (const [key, value] of metadata) {
    message(writer, 14, () => {
      text(writer, 1, key);
      text(writer, 2, value);
    });
  }
  return new Uint8Array(writer.finish());
}

function writeGraph(writer: BinaryWriter, { name, nodes, constants, inputs, outputs }: OnnxGraph): void {
  for (const node of nodes) message(writer, 1, () => writeNode(writer, node));
  text(writer, 2, name);
  for (const tensor of constants) message(writer, 5, () => writeTensor(writer, tensor));
  for (const value of inputs) message(writer, 11, () => writeValue(writer, value));
  for (const value of outputs) message(writer, 12, () => writeValue(writer, value));
}

function writeNode(writer: BinaryWriter, { operator, inputs, outputs, attributes }: OnnxNode): void {
  for (const input of inputs) text(writer, 1, input);
  for (const output of outputs) text(writer, 2, output);
  text(writer, 4, operator);
  for (const [name, value] of Object.entries(attributes)) {
    message(writer, 5, () => {
      text(writer, 1, name);
      if (typeof value === 'number') integer(writer, 3, value);
      else for (const one of value) integer(writer, 8, one);
      integer(writer, 20, typeof value === 'number' ? ATTRIBUTE.integer : ATTRIBUTE.integers);
    });
  }
}

function writeTensor(writer: BinaryWriter, { name, shape, values }: OnnxTensor): void {
  for (const extent of shape) integer(writer, 1, extent);
  integer(writer, 2, values instanceof Float32Array ? ELEMENT.float : ELEMENT.int64);
  text(writer, 8, name);
  writer.tag(9, WireType.LengthDelimited).bytes(littleEndian(values));
}

function writeValue(writer: BinaryWriter, { name, type, shape, about }: OnnxValue): void {
  text(writer, 1, name);
  const dimension = (extent: number | string) =>
    typeof extent === 'number' ? integer(writer, 1, extent) : text(writer, 2, extent);
  message(writer, 2, () => {
    message(writer, 1, () => {
      integer(writer, 1, ELEMENT[type]);
      message(writer, 2, () => {
        for (const extent of shape) message(writer, 1, () => dimension(extent));
      });
    });
  });
  text(writer, 3, about);
}

function littleEndian(values: Float32Array | BigInt64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.byteLength));
  let at = 0;
  for (const value of values) {
    if (typeof value === 'bigint') view.setBigInt64(at, value, true);
    else view.setFloat32(at, value, true);
    at += values.BYTES_PER_ELEMENT;
  }
  return new Uint8Array(view.buffer);
}

function message(writer: BinaryWriter, field: number, write: () => void): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write();
  writer.join();
}

function text(writer: BinaryWriter, field: number, value: string): void {
  writer.tag(field, WireType.LengthDelimited).string(value);
}

function integer(writer: BinaryWriter, field: number, value: number): void {
  writer.tag(field, WireType.Varint).int64(value);
}

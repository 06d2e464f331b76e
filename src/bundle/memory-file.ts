import * as v from 'valibot';
import type { KeyModelShape } from '../core/sequence/key-model.ts';
import { MOST_WINDOWS, type TrainingMemory } from '../core/sequence/training-memory.ts';
import type { WindowSet } from '../core/sequence/window-set.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const sizes = v.object({
  windows: v.pipe(count, v.maxValue(MOST_WINDOWS)),
  successors: v.pipe(count, v.maxValue(2 ** 24)),
});

/** `memory.json`: how often each template came, which files of before format 10 do not tell, and how many windows `memory.bin` holds. */
export const memorySchema = v.object({
  templates: v.optional(v.object({ lines: v.array(count), inSessions: v.array(count), sessions: count })),
  training: sizes,
  validation: sizes,
});

type Sizes = v.InferOutput<typeof sizes>;

export function memoryJson({ templates, training, validation }: TrainingMemory): object {
  return { templates, training: sizesOf(training), validation: sizesOf(validation) };
}

const sizesOf = ({ count: windows, nextSymbol }: WindowSet): Sizes => ({ windows, successors: nextSymbol.length });

/** Little-endian uint32 values: of each set the windows, where their successors begin, the successors and their counts. */
export function packMemory({ training, validation }: TrainingMemory): Uint8Array<ArrayBuffer> {
  const arrays = [training, validation].flatMap(({ windows, nextStart, nextSymbol, nextCount }) => {
    return [windows, nextStart, nextSymbol, nextCount];
  });
  const view = new DataView(new ArrayBuffer(4 * arrays.reduce((sum, { length }) => sum + length, 0)));
  let at = 0;
  for (const array of arrays) {
    for (const value of array) {
      view.setUint32(at, value, true);
      at += 4;
    }
  }
  return new Uint8Array(view.buffer);
}

/** @returns undefined where the bytes are not as many windows of this model as are named */
export function unpackMemory(
  shape: KeyModelShape,
  { templates, training, validation }: v.InferOutput<typeof memorySchema>,
  bytes: Uint8Array,
): TrainingMemory | undefined {
  const length = lengthOf(training, shape) + lengthOf(validation, shape);
  if (bytes.length !== 4 * length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const take = (values: number) => Int32Array.from({ length: values }, () => view.getUint32(4 * at++, true));
  const setOf = ({ windows, successors }: Sizes): WindowSet => {
    const rows = take(windows * shape.history);
    const [nextStart, nextSymbol, nextCount] = [take(windows + 1), take(successors), take(successors)];
    const total = nextCount.reduce((sum, one) => sum + one, 0);
    const { history, symbols } = shape;
    return { history, symbols, count: windows, windows: rows, nextStart, nextSymbol, nextCount, total };
  };
  const memory = { templates, training: setOf(training), validation: setOf(validation) };
  return isSound(memory.training) && isSound(memory.validation) ? memory : undefined;
}

function lengthOf({ windows, successors }: Sizes, { history }: KeyModelShape): number {
  return windows * history + windows + 1 + 2 * successors;
}

function isSound({ symbols, windows, nextStart, nextSymbol, nextCount }: WindowSet): boolean {
  const isSymbol = (symbol: number) => symbol >= 0 && symbol < symbols;
  const ascends = nextStart.every((start, row) => start >= (nextStart[row - 1] ?? 0));
  const isWhole = nextStart[0] === 0 && nextStart.at(-1) === nextSymbol.length;
  return isWhole && ascends && windows.every(isSymbol) && nextSymbol.every(isSymbol) && nextCount.every((n) => n > 0);
}

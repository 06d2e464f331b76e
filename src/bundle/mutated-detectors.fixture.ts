import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { createRandom } from '../core/base/random.ts';

type Below = (limit: number) => number;
type Entries = Record<string, Uint8Array>;

const JSON_ENTRIES = [
  'manifest.json',
  'templates.json',
  'vocabulary.json',
  'detectors.json',
  'parameters/model.json',
  'memory.json',
];

/** As JSON, in place of some value of a detector. */
const NASTY = [
  ...['null', '-1', '1e308', '1e999', '0.5', '""', '"x"', '[]', '{}', 'true', '4294967296', '[[[[[[[[]]]]]]]]'],
  ...['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}', '"__proto__"', '1e-320'],
  `"${'a'.repeat(200_000)}"`,
  `[${'0,'.repeat(100_000)}0]`,
];

/** Ways to damage a detector file, by name; those of its content keep the checksums right. */
const MUTATIONS: Readonly<Record<string, (file: Uint8Array, below: Below) => Uint8Array>> = {
  'cut off': (file, below) => file.slice(0, below(file.length)),
  'bits flipped': (file, below) => {
    const bytes = file.slice();
    for (let flips = 1 + below(4); flips > 0; flips--) {
      const at = below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
    }
    return bytes;
  },
  'members swapped': (file, below) =>
    packed(file, (entries) => {
      const [a = '', b = ''] = pickTwo(Object.keys(entries), below);
      return { ...entries, [a]: entries[b] ?? EMPTY, [b]: entries[a] ?? EMPTY };
    }),
  'a value replaced': (file, below) => packed(file, (entries) => withValue(entries, below)),
  'weights that are none': (file, below) =>
    packed(file, (entries) => {
      const weights = (entries['weights.bin'] ?? EMPTY).slice();
      const value = [Number.NaN, Number.POSITIVE_INFINITY, 1e30][below(3)] ?? 0;
      new DataView(weights.buffer).setFloat32(4 * below(weights.length / 4), value, true);
      return { ...entries, 'weights.bin': weights };
    }),
  'a bomb': (file, below) => withSize(file, 24, 0x0fffffff, below),
  'sizes that are none': (file, below) =>
    withSize(file, pick([20, 24, 42], below), pick([0, 1, 0x7fffffff, 0xffffffff], below), below),
};

const EMPTY = new Uint8Array(0);

/** Damaged copies of a detector file; the same seed gives the same. */
export function* mutatedDetectors(
  file: Uint8Array,
  count: number,
  seed: number,
): Generator<{ readonly how: string; readonly bytes: Uint8Array }> {
  const random = createRandom(seed);
  const below = (limit: number) => Math.floor(random.uniform() * limit);
  const ways = Object.entries(MUTATIONS);
  for (let round = 0; round < count; round++) {
    const [how, mutate] = pick(ways, () => round % ways.length);
    yield { how, bytes: mutate(file, below) };
  }
}

function packed(file: Uint8Array, change: (entries: Entries) => Entries): Uint8Array {
  return zipSync(change(unzipSync(file)));
}

/** Some number, text or list of some entry becomes another. */
function withValue(entries: Entries, below: Below): Entries {
  const name = pick(
    JSON_ENTRIES.filter((entry) => entries[entry] !== undefined),
    below,
  );
  const text = strFromU8(entries[name] ?? EMPTY);
  const values = [...text.matchAll(/(?<=[:[,]\s*)(?:-?\d[\d.e+-]*|"[^"\\]*"|\[\s*\])(?=\s*[,\]}])/g)];
  const { 0: old, index } = pick(values, below);
  return { ...entries, [name]: strToU8(text.slice(0, index) + pick(NASTY, below) + text.slice(index + old.length)) };
}

const DIRECTORY_ENTRY = [0x50, 0x4b, 1, 2];

/**
 * The directory says that some entry is of another size.
 *
 * @param field offset in the entry: 20 of its packed size, 24 of its size, 42 of where it stands
 */
function withSize(file: Uint8Array, field: number, size: number, below: Below): Uint8Array {
  const bytes = file.slice();
  const entries = [...bytes.keys()].filter((at) => DIRECTORY_ENTRY.every((byte, i) => bytes[at + i] === byte));
  new DataView(bytes.buffer).setUint32(pick(entries, below) + field, size, true);
  return bytes;
}

function pick<T>(list: readonly T[], below: Below): T {
  const one = list[below(list.length)];
  if (one === undefined) throw new RangeError('There is nothing to pick from');
  return one;
}

function pickTwo<T>(list: readonly T[], below: Below): readonly T[] {
  const first = below(list.length);
  return [first, (first + 1 + below(list.length - 1)) % list.length].map((index) => pick(list, () => index));
}

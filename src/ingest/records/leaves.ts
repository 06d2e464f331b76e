/** One place in records, with what stands there in the sampled ones. */
export interface Leaf {
  /** Keys of nested objects, the outermost first. */
  readonly path: readonly string[];
  /** For people, without the keys that only tell a value's type. */
  readonly name: string;
  /** In the order of the records; those that lack it and `null` left out. */
  readonly values: readonly string[];
  /** All values are numbers, written as numbers. */
  readonly isNumber: boolean;
  /** None is an object, a list, true or false. */
  readonly isPlain: boolean;
}

const MOST_DEPTH = 6;
const MOST_LEAVES = 400;
/** Keys of wrappers around a value: MongoDB's extended JSON, OpenTelemetry's AnyValue. */
const WRAPPERS: ReadonlySet<string> = new Set(['$date', '$oid', 'stringValue', 'intValue', 'boolValue', 'doubleValue']);

interface GrowingLeaf {
  readonly path: readonly string[];
  readonly values: string[];
  isNumber: boolean;
  isPlain: boolean;
}

/** All places of all records. */
export function leavesOf(records: readonly unknown[]): Leaf[] {
  const leaves = new Map<string, GrowingLeaf>();
  for (const record of records) add(leaves, [], record);
  return [...leaves.values()].map((leaf) => ({ ...leaf, name: nameOf(leaf.path) }));
}

function add(leaves: Map<string, GrowingLeaf>, path: readonly string[], value: unknown): void {
  if (value === null || value === undefined) return;
  const members = path.length < MOST_DEPTH ? membersOf(value) : undefined;
  if (members !== undefined) {
    for (const [key, member] of members) add(leaves, [...path, key], member);
    return;
  }
  const id = JSON.stringify(path);
  const leaf = leaves.get(id) ?? { path, values: [], isNumber: true, isPlain: true };
  if (leaf.values.length === 0 && leaves.size >= MOST_LEAVES) return;
  leaves.set(id, leaf);
  leaf.values.push(typeof value === 'string' ? value : JSON.stringify(value));
  if (typeof value !== 'number') leaf.isNumber = false;
  if (typeof value !== 'string' && typeof value !== 'number') leaf.isPlain = false;
}

/** Of an object, or of a list of pairs as OpenTelemetry writes maps. */
function membersOf(value: unknown): [string, unknown][] | undefined {
  if (!isObject(value)) return undefined;
  if (!Array.isArray(value)) return Object.entries(value);
  const pairs = value.filter((item): item is { key: string; value: unknown } => {
    return isObject(item) && 'key' in item && 'value' in item && typeof item.key === 'string';
  });
  return pairs.length > 0 && pairs.length === value.length ? pairs.map(({ key, value: of }) => [key, of]) : undefined;
}

function nameOf(path: readonly string[]): string {
  const names = path.filter((key) => !WRAPPERS.has(key));
  return (names.length > 0 ? names : path).join('.');
}

/** The innermost name. */
export function lastName({ name }: Leaf): string {
  return name.split('.').at(-1) ?? name;
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

import type { KeyGuess } from './key-guess.ts';
import { utf8Bytes } from './utf8.ts';

/** Keys of JSON objects that are looked for, by their place. */
export class PathNode {
  /** Indices of the paths that end here. */
  readonly fields: number[] = [];
  /** What the objects here have for keys, by their place in the object. */
  readonly guesses: KeyGuess<PathNode>[] = [];
  /** By the length of the key. */
  private readonly children: ({ readonly key: Uint8Array; readonly node: PathNode }[] | undefined)[] = [];

  /** Whether paths go on from here. */
  get isInner(): boolean {
    return this.children.length > 0;
  }

  /** The node of the key at `[start, end)`, without its quotes. */
  child(bytes: Uint8Array, start: number, end: number): PathNode | undefined {
    const length = end - start;
    const candidates = length < this.children.length ? this.children[length] : undefined;
    if (candidates === undefined) return undefined;
    for (const candidate of candidates) if (isAt(bytes, start, candidate.key)) return candidate.node;
    return undefined;
  }

  /** The node of a key, made where there is none. */
  under(key: Uint8Array): PathNode {
    const known = this.child(key, 0, key.length);
    if (known !== undefined) return known;
    const node = new PathNode();
    while (this.children.length <= key.length) this.children.push(undefined);
    const candidates = this.children[key.length] ?? [];
    candidates.push({ key, node });
    this.children[key.length] = candidates;
    return node;
  }
}

function isAt(bytes: Uint8Array, start: number, key: Uint8Array): boolean {
  for (let i = 0; i < key.length; i++) if (bytes[start + i] !== key[i]) return false;
  return true;
}

/** @param paths keys of nested objects, the outermost first, as JSON writes them; numbers lead nowhere in objects */
export function pathTree(paths: readonly (readonly (string | number)[])[]): PathNode {
  const root = new PathNode();
  paths.forEach((path, index) => {
    let node = root;
    for (const key of path) node = node.under(keyBytes(String(key)));
    node.fields.push(index);
  });
  return root;
}

/** A key as it stands between quotes. */
export function keyBytes(key: string): Uint8Array {
  return utf8Bytes(JSON.stringify(key).slice(1, -1));
}

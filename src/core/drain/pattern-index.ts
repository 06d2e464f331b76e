import { WILDCARD } from '../scan/tokens.ts';

interface Node<T> {
  readonly children: Map<string, Node<T>>;
  value: T | undefined;
}

interface Match<T> {
  value: T | undefined;
  constants: number;
}

/** Finds the pattern that a token sequence fits, position by position. */
export class PatternIndex<T> {
  readonly #lengths = new Map<number, Node<T>>();

  /** Of two equal patterns the first stays. */
  add(tokens: readonly string[], value: T): void {
    let node = childOf(this.#lengths, tokens.length);
    for (const token of tokens) node = childOf(node.children, token);
    node.value ??= value;
  }

  /** Value of the matching pattern with the most constant tokens; of equals, the one whose constants come first. */
  find(tokens: readonly string[]): T | undefined {
    const best: Match<T> = { value: undefined, constants: -1 };
    const root = this.#lengths.get(tokens.length);
    if (root) descend(root, tokens, 0, 0, best);
    return best.value;
  }
}

function childOf<K, T>(children: Map<K, Node<T>>, token: K): Node<T> {
  let child = children.get(token);
  if (!child) {
    child = { children: new Map(), value: undefined };
    children.set(token, child);
  }
  return child;
}

function descend<T>(node: Node<T>, tokens: readonly string[], at: number, constants: number, best: Match<T>): void {
  if (constants + tokens.length - at <= best.constants) return;
  const token = tokens[at];
  if (token === undefined) {
    best.value = node.value;
    best.constants = constants;
    return;
  }
  const same = node.children.get(token);
  if (same) descend(same, tokens, at + 1, constants + 1, best);
  const any = token === WILDCARD ? undefined : node.children.get(WILDCARD);
  if (any) descend(any, tokens, at + 1, constants, best);
}

/** `<Date> <Time> <Pid> <Level> <Component>: <Content>` */
const HEADER = /^(\d{6}) (\d{6}) (\d+) (\w+) ([^:]+): (.*)$/;
const CONTENT = 6;
const WILDCARD = '<*>';
/** In this order: what an earlier one replaced, a later one does not see. */
const MASKS: readonly RegExp[] = [
  /\bblk_-?\d+\b/g,
  /\/?\b(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?\b/g,
  /(?<=\s|^)\/[\w.-]+(?:\/[\w.-]+)+/g,
  /\b0x[0-9a-fA-F]+\b/g,
  /\b\d+(?:\.\d+)?\b/g,
];
const SIMILARITY = 0.4;
const MAX_CHILDREN = 100;

interface Cluster {
  readonly key: number;
  readonly template: string[];
}

/** Below a number of tokens and a first token: the leaf of a tree of depth 4 (root, length, token, clusters). */
type Leaves = Map<string, Cluster[]>;

/**
 * Drain (He et al. 2017) with masks, as it is usually written: one regular expression for the header, one for each mask, one
 * string a token. What `bench -- parse` is compared with; it keeps the key alone, no times, sessions or numbers.
 */
export class StringDrain {
  readonly #lengths = new Map<number, Leaves>();
  readonly #clusters: Cluster[] = [];

  /** Templates by key, tokens joined by a space. */
  get templates(): string[] {
    return this.#clusters.map(({ template }) => template.join(' '));
  }

  /** @returns the log key of the line, which may be a new one */
  add(line: string): number {
    let content = HEADER.exec(line)?.[CONTENT] ?? line;
    for (const mask of MASKS) content = content.replace(mask, WILDCARD);
    const tokens = content.split(' ');
    const leaf = this.#leaf(tokens);
    const cluster = mostSimilar(leaf, tokens);
    if (cluster === undefined) return this.#create(leaf, tokens);
    generalise(cluster.template, tokens);
    return cluster.key;
  }

  #leaf(tokens: readonly string[]): Cluster[] {
    let leaves = this.#lengths.get(tokens.length);
    if (leaves === undefined) {
      leaves = new Map();
      this.#lengths.set(tokens.length, leaves);
    }
    const first = tokens[0] ?? '';
    const known = leaves.get(first);
    if (known !== undefined) return known;
    const name = leaves.size < MAX_CHILDREN ? first : WILDCARD;
    const leaf = leaves.get(name) ?? [];
    leaves.set(name, leaf);
    return leaf;
  }

  #create(leaf: Cluster[], template: string[]): number {
    const key = this.#clusters.length;
    const cluster = { key, template };
    this.#clusters.push(cluster);
    leaf.push(cluster);
    return key;
  }
}

function mostSimilar(leaf: readonly Cluster[], tokens: readonly string[]): Cluster | undefined {
  let best: Cluster | undefined;
  let most = SIMILARITY * tokens.length;
  for (const cluster of leaf) {
    const equal = countEqual(cluster.template, tokens);
    if (equal < most || (equal === most && best !== undefined)) continue;
    best = cluster;
    most = equal;
  }
  return best;
}

function countEqual(template: readonly string[], tokens: readonly string[]): number {
  let equal = 0;
  for (let i = 0; i < tokens.length; i++) if (template[i] === tokens[i]) equal++;
  return equal;
}

function generalise(template: string[], tokens: readonly string[]): void {
  for (let i = 0; i < tokens.length; i++) if (template[i] !== tokens[i]) template[i] = WILDCARD;
}

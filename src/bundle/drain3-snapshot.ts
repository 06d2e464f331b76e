import { strToU8, zlibSync } from 'fflate';
import type { WordTemplate } from '../core/drain/word-templates.ts';
import { WILDCARD } from '../core/scan/tokens.ts';

/** Drain3's defaults: templates are found by their number of words, then by the first one. */
const MAX_CHILDREN = 100;

interface Leaf {
  readonly 'py/object': 'drain3.drain.Node';
  readonly key_to_child_node: Readonly<Record<string, Leaf>>;
  readonly cluster_ids: readonly number[];
}

/**
 * The state that Drain3 (Python) loads, as its JSON: a cluster for each template, numbered from 1, and the tree they are found by.
 *
 * @see https://github.com/logpai/Drain3, `drain.py` and `template_miner.py`
 */
export function drain3Snapshot(templates: readonly WordTemplate[]): string {
  const clusters = templates.map(({ words, lines }, index) => [
    `json://${index + 1}`,
    {
      'py/object': 'drain3.drain.LogCluster',
      log_template_tokens: { 'py/tuple': words },
      cluster_id: index + 1,
      size: lines,
    },
  ]);
  return JSON.stringify({
    'py/object': 'drain3.drain.Drain',
    root_node: node([], byLength(templates)),
    id_to_cluster: Object.fromEntries(clusters),
    clusters_counter: templates.length,
  });
}

/** The same as Drain3 stores it unless told otherwise: compressed, in base64. */
export function drain3State(templates: readonly WordTemplate[]): string {
  let binary = '';
  for (const byte of zlibSync(strToU8(drain3Snapshot(templates)))) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function node(clusters: readonly number[], children: ReadonlyMap<string, Leaf>): Leaf {
  return {
    'py/object': 'drain3.drain.Node',
    key_to_child_node: Object.fromEntries(children),
    cluster_ids: clusters,
  };
}

function byLength(templates: readonly WordTemplate[]): ReadonlyMap<string, Leaf> {
  const numbers = new Map<number, number[]>();
  templates.forEach(({ words }, index) => {
    const known = numbers.get(words.length);
    if (known === undefined) numbers.set(words.length, [index]);
    else known.push(index);
  });
  return new Map(
    [...numbers].map(([length, indices]) => {
      const ids = indices.map((index) => index + 1);
      return [String(length), length < 2 ? node(ids, new Map()) : node([], byFirstWord(templates, indices))];
    }),
  );
}

/** Words with a digit, and those beyond what a node may have, are looked up as wildcards. */
function byFirstWord(templates: readonly WordTemplate[], indices: readonly number[]): ReadonlyMap<string, Leaf> {
  const found = new Map<string, number[]>();
  for (const index of indices) {
    const word = templates[index]?.words[0] ?? WILDCARD;
    const isFull = !found.has(word) && found.size >= MAX_CHILDREN - 1;
    const name = isFull || /\d/.test(word) ? WILDCARD : word;
    const ids = found.get(name);
    if (ids === undefined) found.set(name, [index + 1]);
    else ids.push(index + 1);
  }
  return new Map([...found].map(([word, ids]) => [word, node(ids, new Map())]));
}

import { unzlibSync } from 'fflate';
import * as v from 'valibot';

/** What a schema makes of an object lacks names such as `__proto__`, so children are looked at as they are. */
const Leaf = v.object({ key_to_child_node: v.custom<object>(isObject), cluster_ids: v.array(v.number()) });

const Snapshot = v.object({
  'py/object': v.literal('drain3.drain.Drain'),
  root_node: Leaf,
  id_to_cluster: v.record(
    v.string(),
    v.object({
      'py/object': v.literal('drain3.drain.LogCluster'),
      log_template_tokens: v.object({ 'py/tuple': v.array(v.string()) }),
      cluster_id: v.number(),
      size: v.number(),
    }),
  ),
  clusters_counter: v.number(),
});

export function readState(state: string): string {
  return new TextDecoder().decode(unzlibSync(Uint8Array.from(atob(state), (c) => c.charCodeAt(0))));
}

/**
 * Drain3's `match`, from its description: down the tree by the number of words and the first one, then the cluster that equals in
 * most words, of equals the one with more wildcards.
 *
 * @returns the id of the cluster of a content; undefined where none matches
 */
export function drain3Matcher(json: string): (content: string) => number | undefined {
  const { root_node, id_to_cluster } = v.parse(Snapshot, JSON.parse(json));
  const clusters = new Map(Object.entries(id_to_cluster));
  return (content) => {
    const words = content.split(/\s+/).filter((word) => word !== '');
    let node = childOf(root_node, String(words.length));
    if (words.length > 1 && node !== undefined) node = childOf(node, words[0] ?? '') ?? childOf(node, '<*>');
    let best: { id: number; wildcards: number } | undefined;
    for (const id of node?.cluster_ids ?? []) {
      const template = clusters.get(`json://${id}`)?.log_template_tokens['py/tuple'] ?? [];
      const wildcards = template.filter((word) => word === '<*>').length;
      const fits = template.length === words.length && template.every((word, i) => word === '<*>' || word === words[i]);
      if (fits && wildcards > (best?.wildcards ?? -1)) best = { id, wildcards };
    }
    return best?.id;
  };
}

function childOf(
  { key_to_child_node }: v.InferOutput<typeof Leaf>,
  name: string,
): v.InferOutput<typeof Leaf> | undefined {
  const child = new Map(Object.entries(key_to_child_node)).get(name);
  return child === undefined ? undefined : v.parse(Leaf, child);
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

import type { WordTemplate } from '../core/drain/word-templates.ts';

/**
 * The drain processor of the OpenTelemetry Collector with these templates to begin with. A JSON string is a YAML string too, so
 * nothing that a template holds is taken for syntax.
 */
export function seedTemplatesYaml(templates: readonly WordTemplate[]): string {
  const lines = templates.map(({ words }) => `      - ${JSON.stringify(words.join(' '))}\n`);
  return `processors:\n  drain:\n    tree_depth: 4\n    merge_threshold: 0.4\n    max_node_children: 100\n    seed_templates:\n${lines.join('')}`;
}

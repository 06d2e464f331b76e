import type { ProcessTree } from './process-tree.ts';

/** A tree to read: `a [b] (c | d) (e & f) g+ h (i h)*`, keys as letters, `-` for nothing. */
export function treeText(tree: ProcessTree): string {
  if (tree.is === 'step') return String.fromCharCode(97 + tree.key);
  if (tree.is === 'nothing') return '-';
  if (tree.is === 'sequence') return tree.parts.map(treeText).join(' ');
  if (tree.is === 'concurrent') return `(${tree.parts.map(treeText).join(' & ')})`;
  if (tree.is === 'loop') return loopText(treeText(tree.body), tree.again);
  const others = tree.parts.filter(({ is }) => is !== 'nothing').map(treeText);
  const text = others.join(' | ');
  return others.length < tree.parts.length ? `[${text}]` : `(${text})`;
}

function loopText(body: string, again: readonly ProcessTree[]): string {
  if (again.every(({ is }) => is === 'nothing'))
    return body.length > 1 && !body.startsWith('(') ? `(${body})+` : `${body}+`;
  return `${body} (${again.map(treeText).join(' | ')} ${body})*`;
}

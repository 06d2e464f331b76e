import type { LogKey } from '../base/brand.ts';
import { childrenOf, keysOf, type ProcessTree } from './process-tree.ts';

/** The first step of the branch that a step is in, by the innermost choice between several; undefined where there is none. */
export function branchOf(tree: ProcessTree, key: LogKey): LogKey | undefined {
  const part = childrenOf(tree).find((child) => keysOf(child).includes(key));
  if (part === undefined) return undefined;
  const inner = branchOf(part, key);
  if (inner !== undefined || tree.is !== 'choice') return inner;
  return tree.parts.filter(({ is }) => is !== 'nothing').length > 1 ? keysOf(part)[0] : undefined;
}

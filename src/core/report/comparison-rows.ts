import type { LogKey } from '../base/brand.ts';
import type { Comparison } from '../compare/compare.ts';
import type { EdgeEnd } from '../compare/edge-counts.ts';
import type { Edge } from '../compare/edges.ts';
import type { ShareChange } from '../compare/share-changes.ts';
import type { ComparedRow, ComparedShare } from './comparison-report.ts';

interface Texts {
  readonly textOf: (key: LogKey) => string;
  /** Text of the template of the baseline that a new one differs little from. */
  readonly likeOf: (key: LogKey) => string | undefined;
}

/** All changes as rows: what is sure first, then the largest. */
export function comparisonRows({ templates, edges, steps }: Comparison, texts: Texts): readonly ComparedRow[] {
  const rows: ComparedRow[] = [
    ...templates.map((change) => templateRow(change, texts)),
    ...edges.map(({ what, a, b, change, q, sure, effect }): ComparedShare => {
      return { is: 'edge', what, texts: textsOf(what, texts), baseline: a, log: b, change, q, sure, effect };
    }),
    ...steps.map(({ what, a, b, change, q, effect }): ComparedRow => {
      return { is: 'step', what, texts: textsOf(what, texts), baseline: a, log: b, change, q, effect, sure: true };
    }),
  ];
  return rows.sort((x, y) => Number(y.sure) - Number(x.sure) || Math.abs(y.effect) - Math.abs(x.effect));
}

function templateRow({ what, a, b, change, q, sure, effect }: ShareChange<LogKey>, texts: Texts): ComparedShare {
  const like = change === 'appeared' ? texts.likeOf(what) : undefined;
  const own = { what: { key: what }, texts: [texts.textOf(what)], baseline: a, log: b, change, q, sure, effect };
  return { is: 'template', ...own, ...(like === undefined ? {} : { like }) };
}

function textsOf({ from, to }: Edge, { textOf }: Texts): readonly string[] {
  const end = (key: EdgeEnd, name: string) => (key === -1 ? name : textOf(key));
  return [end(from, 'beginning of the session'), end(to, 'end of the session')];
}

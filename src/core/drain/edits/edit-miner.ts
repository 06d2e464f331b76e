import type { FrozenMiner } from '../frozen-miner.ts';
import { TemplateMatcher } from '../match.ts';
import { type SeenTokens, splitTemplate } from './split-template.ts';
import { type FittedMiner, MinerDraft, type TemplateDraft } from './template-draft.ts';
import type { MinerEdit } from './template-edit.ts';

export interface EditedMiner extends FittedMiner {
  /** The known templates alone. */
  readonly fitted: FrozenMiner;
  /** Shape [seen.length]: the `LogKey` of each. */
  readonly keyOfSeen: Int32Array;
}

/**
 * Applies edits to mined templates, in order. Every token sequence has a template before and after.
 *
 * @param seen all token sequences of the log
 */
export function editMiner(mined: FittedMiner, edits: readonly MinerEdit[], seen: readonly SeenTokens[]): EditedMiner {
  const edited = edits.reduce((now, edit) => applied(now, edit, seen), mined);
  const { miner, known } = withLinesOnly(edited, seen);
  return { miner, known, fitted: fittedPart(miner, known, mined), keyOfSeen: keysOf(miner, seen) };
}

function applied(mined: FittedMiner, edit: MinerEdit, seen: readonly SeenTokens[]): FittedMiner {
  const draft = new MinerDraft(mined);
  if (edit.kind === 'merge') {
    draft.merge(edit.templates);
    return draft.finish();
  }
  const template = draft.find(edit.template);
  if (template === undefined) return mined;
  const key = draft.templates.indexOf(template);
  const keys = keysOf(mined.miner, seen);
  splitTemplate(
    draft,
    template,
    edit.wildcard,
    seen.filter((_, index) => keys[index] === key),
  );
  return draft.finish();
}

/** Without what splitting left nothing of. */
function withLinesOnly(mined: FittedMiner, seen: readonly SeenTokens[]): FittedMiner {
  const used = new Set(keysOf(mined.miner, seen));
  const draft = new MinerDraft(mined);
  const isUsed = (_: TemplateDraft, key: number) => used.has(key) || key === mined.miner.catchAll;
  draft.templates = draft.templates.filter(isUsed);
  return draft.finish();
}

function fittedPart({ templates, layers, catchAll }: FrozenMiner, known: number, mined: FittedMiner): FrozenMiner {
  const ofFitted = mined.miner.catchAll >= 0 && mined.miner.catchAll < mined.known;
  return {
    templates: templates.slice(0, known),
    layers: layers.map((layer) => layer.filter(({ key }) => key < known)).filter((layer) => layer.length > 0),
    catchAll: ofFitted ? catchAll : -1,
  };
}

function keysOf(miner: FrozenMiner, seen: readonly SeenTokens[]): Int32Array {
  const matcher = new TemplateMatcher(miner);
  return Int32Array.from(seen, ({ tokens }) => matcher.match(tokens) ?? -1);
}

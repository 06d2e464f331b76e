import type { LogKey } from '../../base/brand.ts';
import type { FrozenMiner } from '../frozen-miner.ts';
import { idOf, type TemplateId, tokensInCommon } from './template-edit.ts';

/** A template while it is edited. */
export interface TemplateDraft {
  tokens: readonly string[];
  /** Fitted on the training part. */
  isKnown: boolean;
}

interface PatternDraft {
  template: TemplateDraft;
  readonly tokens: readonly string[];
}

/** A miner and how many of its templates, the first ones, were fitted on the training part. */
export interface FittedMiner {
  readonly miner: FrozenMiner;
  readonly known: number;
}

/** The templates of a miner while they are edited. */
export class MinerDraft {
  templates: TemplateDraft[];
  readonly layers: PatternDraft[][];
  private catchAll: TemplateDraft | undefined;

  constructor({ miner, known }: FittedMiner) {
    const drafts = miner.templates.map((tokens, key): TemplateDraft => ({ tokens, isKnown: key < known }));
    this.templates = drafts;
    this.layers = miner.layers.map((layer) =>
      layer.flatMap(({ key, tokens }) => {
        const template = drafts[key];
        return template === undefined ? [] : [{ template, tokens }];
      }),
    );
    this.catchAll = drafts[miner.catchAll];
  }

  find(id: TemplateId): TemplateDraft | undefined {
    return this.templates.find(({ tokens }) => idOf(tokens) === id);
  }

  merge(ids: readonly TemplateId[]): void {
    const [first, ...others] = [...new Set(ids)].flatMap((id) => this.find(id) ?? []);
    if (first === undefined) return;
    for (const other of others) {
      first.tokens = tokensInCommon(first.tokens, other.tokens);
      this.absorb(first, other);
    }
    // A text belongs to one template.
    const same = this.templates.filter((each) => each !== first && idOf(each.tokens) === idOf(first.tokens));
    for (const other of same) this.absorb(first, other);
  }

  /** Known templates come first; else their order stays. */
  finish(): FittedMiner {
    const ordered = this.templates.toSorted((a, b) => Number(b.isKnown) - Number(a.isKnown));
    const keys = new Map(ordered.map((template, key) => [template, key as LogKey]));
    const layers = this.layers.map((layer) =>
      layer.flatMap(({ template, tokens }) => {
        const key = keys.get(template);
        return key === undefined ? [] : [{ key, tokens }];
      }),
    );
    const catchAll = this.catchAll && keys.get(this.catchAll);
    const miner = { templates: ordered.map(({ tokens }) => tokens), layers, catchAll: catchAll ?? (-1 as const) };
    return { miner, known: ordered.filter(({ isKnown }) => isKnown).length };
  }

  private absorb(into: TemplateDraft, other: TemplateDraft): void {
    into.isKnown ||= other.isKnown;
    for (const pattern of this.layers.flat()) if (pattern.template === other) pattern.template = into;
    if (this.catchAll === other) this.catchAll = into;
    this.templates = this.templates.filter((template) => template !== other);
  }
}

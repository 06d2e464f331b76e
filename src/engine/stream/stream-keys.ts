import { type Detector, editsByHand } from '../../bundle/detector.ts';
import type { LogKey } from '../../core/base/brand.ts';
import type { LineValues } from '../../core/detect/values/line-values.ts';
import { SlotTable, type ValueSource } from '../../core/detect/values/slot-table.ts';
import { displayText } from '../../core/drain/display-text.ts';
import { collapsed, idOf, type TemplateId } from '../../core/drain/edits/template-edit.ts';
import type { WordMasks } from '../../core/drain/edits/word-masks.ts';
import { type NearestTemplate, TemplateMatcher } from '../../core/drain/match.ts';
import { nearestAmong } from '../../core/drain/nearest-known.ts';
import type { Template } from '../../core/drain/template.ts';
import type { PartSignature } from '../../core/scan/scan-part.ts';
import { WILDCARD } from '../../core/scan/tokens.ts';
import { readChanges } from '../changed-keys.ts';
import { valueReader } from '../line-values.ts';
import type { OpenedLog } from '../opened-log.ts';

/** What the lines of a signature are. */
export interface KeyedSignature {
  readonly key: LogKey;
  /** Plain numbers in each of its lines. */
  readonly numbers: number;
  /** Its lines are events of no session. */
  readonly isIgnored: boolean;
  /** Where the values of the slots of the key come from. */
  readonly sources: readonly ValueSource[];
}

/** Signatures that are remembered; what was forgotten is looked up again. */
const MOST_SIGNATURES = 1 << 18;
/** Where so many new templates came, unseen text is the rule: the rest have one together. */
const MOST_NEW_TEMPLATES = 10_000;

/**
 * Log keys of a stream: those of the detector, and after them those of templates that it never saw, as they come. Each new
 * sequence of tokens is a template: which others will come like it is not known, and must not depend on when anyone looks.
 */
export class StreamKeys {
  /** By log key. */
  readonly templates: Template[];
  /** By key of a new template. */
  readonly nearest = new Map<LogKey, NearestTemplate>();
  readonly #matcher: TemplateMatcher;
  readonly #nearestTo: (tokens: readonly string[]) => NearestTemplate | undefined;
  readonly #valuesIn = valueReader();
  readonly #slots = new SlotTable();
  readonly #known = new Map<string, KeyedSignature>();
  readonly #new = new Map<string, LogKey>();

  readonly #masks: WordMasks;
  readonly #ignored: ReadonlySet<TemplateId>;

  constructor(detector: Pick<Detector, 'miner' | 'texts' | 'vocabulary' | 'byHand'>) {
    const { miner, texts, vocabulary } = detector;
    const changes = readChanges(editsByHand(detector));
    if (!changes.ok) throw new Error(changes.problem.message);
    this.#masks = changes.value.masks;
    this.#ignored = new Set(changes.value.ignored);
    this.#matcher = new TemplateMatcher(miner);
    this.templates = miner.templates.map((tokens, key) => templateOf(key, tokens, texts[key] ?? tokens.join(' ')));
    this.#nearestTo = nearestAmong(this.templates, vocabulary);
  }

  /**
   * @param log the lines that the signatures were seen in
   * @returns shape of `signatures`
   */
  async keysOf(signatures: readonly PartSignature[], log: OpenedLog): Promise<readonly KeyedSignature[]> {
    if (this.#known.size > MOST_SIGNATURES) this.#known.clear();
    const fresh = signatures.filter((signature) => !this.#known.has(nameOf(signature)));
    if (fresh.length > 0) await this.#learn(fresh, log);
    return signatures.map((signature) => this.#known.get(nameOf(signature)) as KeyedSignature);
  }

  slots(): Pick<LineValues, 'slots' | 'firstSlot' | 'words'> {
    return { ...this.#slots.slotsOf(this.templates.length), words: this.#slots.words };
  }

  async #learn(fresh: readonly PartSignature[], log: OpenedLog): Promise<void> {
    const before = this.templates.length;
    const keys = fresh.map(({ tokens }) => {
      const masked = this.#masks.tokens(tokens);
      return this.#matcher.match(masked) ?? this.#newKey(collapsed(masked));
    });
    const read = fresh.flatMap((signature, index) => {
      const key = keys[index] as LogKey;
      return key >= before || this.templates[key]?.tokens.includes(WILDCARD) ? [signature] : [];
    });
    const texts = await log.contentOf(read.map(({ firstLine }) => firstLine));
    const contents = new Map(read.map((signature, index) => [signature, texts[index] ?? '']));
    fresh.forEach((signature, index) => {
      const key = keys[index] as LogKey;
      const content = contents.get(signature) ?? '';
      if (key >= before) this.#describe(key, content);
      this.#known.set(nameOf(signature), this.#keyed(key, signature, content));
    });
  }

  #keyed(key: LogKey, { numbers }: PartSignature, content: string): KeyedSignature {
    const tokens = this.templates[key]?.tokens ?? [];
    const values = this.#valuesIn(content, tokens, numbers);
    this.#slots.add(key, values);
    const isIgnored = this.#ignored.has(idOf(tokens));
    return { key, numbers, isIgnored, sources: this.#slots.sourcesOf(key, values) };
  }

  #newKey(tokens: readonly string[]): LogKey {
    const known = this.#new.get(tokens.join(' '));
    if (known !== undefined) return known;
    const own = this.#new.size < MOST_NEW_TEMPLATES ? tokens : [WILDCARD];
    const text = own.join(' ');
    const key = this.#new.get(text) ?? (this.templates.length as LogKey);
    if (key < this.templates.length) return key;
    this.#new.set(text, key);
    this.templates.push(templateOf(key, own, ''));
    const nearest = this.#nearestTo(own);
    if (nearest !== undefined) this.nearest.set(key, nearest);
    return key;
  }

  /** By the first line that shows it. */
  #describe(key: LogKey, content: string): void {
    const template = this.templates[key];
    if (template?.text === '') this.templates[key] = { ...template, text: displayText(content, template.tokens) };
  }
}

const nameOf = ({ low, high }: PartSignature) => `${low} ${high}`;

function templateOf(key: number, tokens: readonly string[], text: string): Template {
  return { key: key as LogKey, tokens, text, count: 0, firstLine: 0, lastLine: 0 };
}

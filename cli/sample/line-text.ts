import type { Random } from '../../src/core/base/random.ts';
import { pick } from './draw.ts';
import type { Field, RecalledField } from './field.ts';
import type { LogKind } from './log-kind.ts';

/** Draws that avoid a value the session already has, before a repeat is accepted (small pools run out). */
const DISTINCT_TRIES = 8;

/** The values that hold for one part of a session; the root holds those of the whole session. */
export class Branch {
  readonly index: number;
  readonly root: Branch;
  readonly parent: Branch | undefined;
  readonly values = new Map<string, string>();
  /** In the root: every value that a field of scope `branch` has had in this session, in order. */
  readonly history = new Map<string, string[]>();

  constructor(parent: Branch | undefined, index: number) {
    this.index = index;
    this.root = parent?.root ?? this;
    this.parent = parent;
  }

  /** The value that this branch, or one it is part of, has. */
  known(name: string): string | undefined {
    return this.values.get(name) ?? this.parent?.known(name);
  }
}

type Part = { readonly constant: string } | { readonly field: string };

/** The texts of one kind of log: message templates, parsed once, and the values to fill them with. */
export class LineTexts {
  readonly #fields: Readonly<Record<string, Field>>;
  readonly #parts: ReadonlyMap<string, readonly Part[]>;

  constructor(kind: LogKind) {
    this.#fields = kind.fields;
    const messages = [...Object.entries(kind.messages), ...kind.unknownMessages.map((text) => [text, text] as const)];
    this.#parts = new Map(messages.map(([name, text]) => [name, partsOf(text)]));
  }

  /** The names of the number fields in a message. */
  numbersIn(message: string): string[] {
    return this.#partsOf(message)
      .flatMap((part) => ('field' in part ? [part.field] : []))
      .filter((name) => this.#fields[name]?.kind === 'number');
  }

  /** @throws Error if the message, or a field in it, is not defined */
  text(message: string, branch: Branch, random: Random, override?: { field: string; value: string }): string {
    let text = '';
    for (const part of this.#partsOf(message)) {
      if ('constant' in part) text += part.constant;
      else text += part.field === override?.field ? override.value : this.#value(part.field, branch, random);
    }
    return text;
  }

  /** The field's value in this branch; drawn if neither it nor a branch around it has one. */
  #value(name: string, branch: Branch, random: Random): string {
    if (name === 'branch') return String(branch.index);
    const known = branch.known(name);
    if (known !== undefined) return known;
    const field = this.#fields[name];
    if (!field) throw new Error(`no field is named ${name}`);
    const value = this.#draw(name, field, branch, random);
    if (field.scope !== 'line') (field.scope === 'session' ? branch.root : branch).values.set(name, value);
    return value;
  }

  #draw(name: string, field: Field, branch: Branch, random: Random): string {
    if (field.kind === 'number') return field.show(field.draw(random));
    if (field.kind === 'recalled') return this.#recall(field, branch, random);
    if (field.scope !== 'branch') return field.draw(random);
    const history = historyOf(branch, name);
    let value = field.draw(random);
    for (let tries = 0; tries < DISTINCT_TRIES && history.includes(value); tries++) value = field.draw(random);
    history.push(value);
    return value;
  }

  #recall(field: RecalledField, branch: Branch, random: Random): string {
    const history = historyOf(branch, field.of);
    if (history.length === 0) return this.#value(field.of, branch, random);
    return (field.nth ? history[branch.index] : undefined) ?? pick(random, history);
  }

  #partsOf(message: string): readonly Part[] {
    const parts = this.#parts.get(message);
    if (!parts) throw new Error(`no message is named ${message}`);
    return parts;
  }
}

function historyOf(branch: Branch, name: string): string[] {
  const { history } = branch.root;
  const known = history.get(name);
  if (known) return known;
  const created: string[] = [];
  history.set(name, created);
  return created;
}

function partsOf(text: string): Part[] {
  return text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\{\w+\}$/.test(piece) ? { field: piece.slice(1, -1) } : { constant: piece }));
}

import type { LogKey } from '../base/brand.ts';

/** What a person calls templates. */
export interface TemplateNames {
  readonly byKey: ReadonlyMap<number, string>;
  /** By their texts, as sentences quote them. A text that stands for several templates of different names is not in it. */
  readonly byText: ReadonlyMap<string, string>;
}

interface Named {
  readonly key: LogKey;
  readonly text: string;
  readonly name?: string | undefined;
}

/** Those without a name are not in it. */
export function templateNames(rows: readonly Named[]): TemplateNames {
  const named = rows.flatMap(({ key, text, name }) => (name === undefined ? [] : [{ key, text, name }]));
  const byText = new Map(named.map(({ text, name }) => [text, name]));
  if (byText.size > 0) {
    for (const { text, name } of rows) if (byText.has(text) && byText.get(text) !== name) byText.delete(text);
  }
  return { byKey: new Map<number, string>(named.map(({ key, name }) => [key, name])), byText };
}

/** A template in one piece, behind its name where it has one: `Write failed (Got exception while serving <*>)`. */
export function namedText(text: string, name: string | undefined): string {
  return name === undefined ? text : `${name} (${text})`;
}

/** A sentence in which each template that it quotes stands behind its name: `logged "Write failed" (Got exception while serving <*>)`. */
export function sentenceWithNames(sentence: string, { byText }: Pick<TemplateNames, 'byText'>): string {
  let parts: readonly string[] = [sentence];
  for (const [text, name] of byText) {
    const quoted = `"${text}"`;
    // Every second part is a template that was found already.
    parts = parts.flatMap((part, at) => {
      if (at % 2 === 1) return [part];
      const around = part.split(quoted);
      return around.flatMap((piece, nth) => (nth === 0 ? [piece] : [`"${name}" (${text})`, piece]));
    });
  }
  return parts.join('');
}

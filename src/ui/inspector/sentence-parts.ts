/** A piece of a sentence, and whether it is one of the things the sentence is about. */
export interface SentencePart {
  readonly text: string;
  readonly kind: 'plain' | 'line' | 'session' | 'quoted';
}

/** Something the sentence names, and how it is to be shown. */
interface Named {
  readonly text: string;
  readonly kind: Exclude<SentencePart['kind'], 'plain'>;
}

/**
 * Cuts a sentence at the first mention of each thing it names, in any order; what is left and stands in double quotes is
 * quoted. The parts, joined, are the sentence, but for the quotation marks around quoted parts.
 */
export function sentenceParts(sentence: string, names: readonly Named[]): SentencePart[] {
  let parts: SentencePart[] = [{ text: sentence, kind: 'plain' }];
  for (const name of names) parts = name.text === '' ? parts : cutAt(parts, name);
  return parts.flatMap((part) => (part.kind === 'plain' ? quotedIn(part.text) : [part]));
}

function cutAt(parts: readonly SentencePart[], { text, kind }: Named): SentencePart[] {
  const needle = kind === 'quoted' ? `"${text}"` : text;
  const at = parts.findIndex((part) => part.kind === 'plain' && part.text.includes(needle));
  const part = parts[at];
  if (part === undefined) return [...parts];
  const start = part.text.indexOf(needle);
  const pieces: SentencePart[] = [
    { text: part.text.slice(0, start), kind: 'plain' },
    { text, kind },
    { text: part.text.slice(start + needle.length), kind: 'plain' },
  ];
  return [...parts.slice(0, at), ...pieces.filter((piece) => piece.text !== ''), ...parts.slice(at + 1)];
}

function quotedIn(text: string): SentencePart[] {
  return text
    .split(/("[^"]+")/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.length > 2 && piece.startsWith('"') && piece.endsWith('"')
        ? { text: piece.slice(1, -1), kind: 'quoted' }
        : { text: piece, kind: 'plain' },
    );
}

/** A piece of a line, and whether it is what was searched for. */
export interface TextPart {
  readonly text: string;
  readonly isHit: boolean;
}

/** Cuts a text at each place where `needle` stands; all of the text is one part where it is empty. */
export function cutAtHits(text: string, needle: string, matchCase: boolean): readonly TextPart[] {
  if (needle === '') return [{ text, isHit: false }];
  const hay = matchCase ? text : foldCase(text);
  const wanted = matchCase ? needle : foldCase(needle);
  const parts: TextPart[] = [];
  let from = 0;
  for (let at = hay.indexOf(wanted); at >= 0; at = hay.indexOf(wanted, from)) {
    parts.push({ text: text.slice(from, at), isHit: false });
    from = at + wanted.length;
    parts.push({ text: text.slice(at, from), isHit: true });
  }
  parts.push({ text: text.slice(from), isHit: false });
  return parts.filter((part) => part.text !== '');
}

/** Only letters of ASCII, as the search does it; the text keeps its length. */
function foldCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

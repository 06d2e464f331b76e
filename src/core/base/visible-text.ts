/** Control and format characters other than tab and the joiners that scripts and emoji need. */
const INVISIBLE = /(?!\t|\u200C|\u200D)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The text with control and reordering characters as pictures or code points, so that a log cannot fake its look. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, (character) => pictureOf(character.codePointAt(0) ?? 0));
}

function pictureOf(code: number): string {
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '\u2421';
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
}

const LISTED = 40;

/** Names by commas; of many the first 40. */
export function namesInSentence(names: readonly string[]): string {
  const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
  return `${names.slice(0, LISTED).join(', ')}${more}`;
}

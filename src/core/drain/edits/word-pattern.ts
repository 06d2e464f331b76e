const RUNS = /\d+|[^\d]+/g;
const SPECIAL = /[\\^$.*+?()[\]{}|]/g;

/** An expression for words like this one: any number in place of each of its numbers, the rest as it stands. */
export function wordPattern(word: string): string {
  const runs = word.match(RUNS) ?? [];
  return runs.map((run) => (/^\d/.test(run) ? '\\d+' : run.replace(SPECIAL, '\\$&'))).join('');
}

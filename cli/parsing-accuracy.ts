/** Scores of a parse against ground truth, each in [0, 1]. */
export interface ParsingAccuracy {
  /** Grouping accuracy: share of lines whose group is exactly a true group. */
  readonly ga: number;
  /** F1 of groups: a mined group counts as found when it is exactly a true group. */
  readonly fga: number;
  /** Parsing accuracy: share of lines whose template text is right. */
  readonly pa: number;
  /** F1 of templates: right when the group is exactly a true group and the text is right too. */
  readonly fta: number;
}

/** What one line was parsed to; `group` says which lines belong together. */
export interface ParsedLine {
  readonly group: string | number;
  readonly template: string;
}

/**
 * @param parsed shape [lines]
 * @param truth shape [lines]
 * @throws RangeError where the two are not of one length, or empty
 * @see Jiang et al., "A Large-Scale Evaluation for Log Parsing Techniques" (Loghub-2.0), ISSTA 2024
 */
export function parsingAccuracy(parsed: readonly ParsedLine[], truth: readonly ParsedLine[]): ParsingAccuracy {
  if (parsed.length !== truth.length || parsed.length === 0) {
    throw new RangeError(`${parsed.length} parsed lines against ${truth.length} true ones`);
  }
  const mined = linesOfGroup(parsed);
  const real = linesOfGroup(truth);
  let groupedLines = 0;
  let exactGroups = 0;
  let rightTemplates = 0;
  for (const lines of mined.values()) {
    const first = lines[0] as number;
    const group = truth[first]?.group;
    const same = real.get(group ?? '')?.length === lines.length && lines.every((line) => truth[line]?.group === group);
    if (!same) continue;
    groupedLines += lines.length;
    exactGroups++;
    if (lines.every((line) => sameText(parsed[line], truth[line]))) rightTemplates++;
  }
  const rightLines = parsed.filter((line, i) => sameText(line, truth[i])).length;
  return {
    ga: groupedLines / parsed.length,
    fga: (2 * exactGroups) / (mined.size + real.size),
    pa: rightLines / parsed.length,
    fta: (2 * rightTemplates) / (mined.size + real.size),
  };
}

/** Mean of each score; NaN of none. */
export function meanAccuracy(scores: readonly ParsingAccuracy[]): ParsingAccuracy {
  const mean = (of: (score: ParsingAccuracy) => number) =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  return { ga: mean((s) => s.ga), fga: mean((s) => s.fga), pa: mean((s) => s.pa), fta: mean((s) => s.fta) };
}

/**
 * Ground truths differ in how much of a word they mask (`blk_<*>`, `<*>:<*>`, `/<*>`) and in how many values a list shows; so a
 * word with a `<*>` in it counts as `<*>`, and a run of these as one. All other words must be equal, punctuation and all.
 */
function comparable(template: string): string {
  const words = template
    .trim()
    .split(/\s+/)
    .map((word) => (word.includes('<*>') ? '<*>' : word));
  return words.filter((word, i) => word !== '<*>' || words[i - 1] !== '<*>').join(' ');
}

function sameText(a: ParsedLine | undefined, b: ParsedLine | undefined): boolean {
  return a !== undefined && b !== undefined && comparable(a.template) === comparable(b.template);
}

function linesOfGroup(lines: readonly ParsedLine[]): Map<string | number, number[]> {
  const groups = new Map<string | number, number[]>();
  for (const [line, { group }] of lines.entries()) {
    const members = groups.get(group);
    if (members) members.push(line);
    else groups.set(group, [line]);
  }
  return groups;
}

import { tokenSpans, WILDCARD } from '../scan/tokens.ts';
import { readMeasure } from './measure.ts';
import { parameterType } from './parameter-type.ts';
import { type ParameterReader, type Place, parameterReader } from './parameter-values.ts';
import { type ParameterSummary, summariseParameter } from './summarise-parameter.ts';
import type { Template } from './template.ts';

/** A parameter of a template and where it stands. */
export interface Parameter extends ParameterSummary {
  /** Which `<*>` among the template's tokens, from 0. */
  readonly wildcard: number;
  /** Which of the values under that `<*>`, where it always covers several; from 0. */
  readonly word: number | undefined;
  /** Where the template's text shows the `<*>`; undefined where the text cannot be told apart. */
  readonly place: Place | undefined;
}

export interface TemplateParameters {
  /** Lines with the template. */
  readonly total: number;
  /** Lines the parameters are summarised from. */
  readonly read: number;
  /** Lines that were looked at and left out: read back, they do not have the template's tokens any more. */
  readonly unreadable: number;
  /** In the order they stand in the template. */
  readonly parameters: readonly Parameter[];
}

/** What is known of the values in all lines of a template, by wildcard. */
export interface WholeColumns {
  /** `ParameterEvidence.numbers`, where each line has one plain number under the wildcard. */
  numbersOf(wildcard: number): Float32Array | undefined;
  /** `ParameterEvidence.distinct`, where each line has one value at most under the wildcard. */
  distinctOf(wildcard: number): number | undefined;
}

/** Some lines of a template, in line order. */
export interface SampledLines {
  readonly contents: readonly string[];
  /** 0-based numbers of these lines. */
  readonly lines: readonly number[];
  readonly whole?: WholeColumns | undefined;
}

/** Summarises what stands under each `<*>` of a template in the given lines. */
export function templateParameters(
  template: Pick<Template, 'tokens' | 'text' | 'count'>,
  { contents, lines, whole }: SampledLines,
  { valuesIn, places }: ParameterReader = parameterReader(template),
): TemplateParameters {
  const { count } = template;
  const rows = contents.flatMap((content, index) => {
    const values = valuesIn(content);
    return values === undefined ? [] : [{ values, line: lines[index] ?? 0 }];
  });
  const read = rows.map(({ line }) => line);
  const wildcards = rows[0]?.values ?? [];
  return {
    total: count,
    read: rows.length,
    unreadable: contents.length - rows.length,
    parameters: wildcards.flatMap((_, wildcard) => {
      const columns = columnsOf(rows.map(({ values }) => values[wildcard] ?? ''));
      return columns.map((values, word) => ({
        ...summariseParameter({
          values,
          lines: read,
          total: count,
          numbers: columns.length === 1 ? whole?.numbersOf(wildcard) : undefined,
          distinct: columns.length === 1 ? whole?.distinctOf(wildcard) : undefined,
        }),
        wildcard,
        word: columns.length === 1 ? undefined : word,
        place: places?.[wildcard],
      }));
    }),
  };
}

/** A `<*>` takes in all values that follow one another; where each line has as many of them, each is a parameter. */
function columnsOf(values: readonly string[]): readonly (readonly string[])[] {
  if (parameterType(values) !== 'text') return [values];
  const rows = values.map(wordsOf);
  const width = rows[0]?.length ?? 0;
  if (width < 2 || rows.some((row) => row.length !== width)) return [values];
  return Array.from({ length: width }, (_, word) => rows.map((row) => row[word] ?? ''));
}

/** The words of a value, each with its unit; none where some word is no value by itself. */
function wordsOf(value: string): readonly string[] {
  const words: string[] = [];
  for (const word of value.split(/[ \t]+/)) {
    const spans = tokenSpans(word);
    const text = word.slice(spans[0]?.start, spans.at(-1)?.end);
    const before = words.at(-1);
    if (spans.length === 0) continue;
    if (spans.every((span) => span.text === WILDCARD)) words.push(text);
    else if (before !== undefined && readMeasure(`${before} ${text}`)) words[words.length - 1] = `${before} ${text}`;
    else return [];
  }
  return words;
}

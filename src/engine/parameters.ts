import type { LogKey } from '../core/base/brand.ts';
import { classicParameterReader } from '../core/drain/classic/classic-values.ts';
import { type ParameterReader, parameterReader } from '../core/drain/parameter-values.ts';
import type { Template } from '../core/drain/template.ts';
import { type TemplateParameters, templateParameters } from '../core/drain/template-parameters.ts';
import type { Outcome } from '../core/report/problem.ts';
import { MINED_BYTES } from '../core/scan/bytes.ts';
import { wholeColumns } from './all-lines.ts';
import type { GroupedLog } from './grouped-log.ts';
import type { LineParameters } from './lines.api.ts';
import type { OpenedLog } from './opened-log.ts';
import { readProblem } from './read-problems.ts';

/** Lines that are read back for the parameters of a template, at most. */
const MOST_READ = 512;

/** Summarises the parameters of a template from its lines, read back from the file. */
export async function readParameters(
  log: OpenedLog,
  { templates, keyed }: GroupedLog,
  key: LogKey,
): Promise<Outcome<TemplateParameters>> {
  const template = templates[key];
  if (template === undefined) throw new RangeError(`There is no template ${key}`);
  const lines = spreadLines(keyed.keyOfLine, key, template.count);
  const contents = await readContents(log, lines);
  if (!contents.ok) return contents;
  const sampled = { contents: contents.value, lines };
  if (lines.length === template.count || log.classic !== undefined) {
    return { ok: true, value: templateParameters(template, sampled, readerOf(log, template)) };
  }
  const whole = await wholeColumns(log.scanned, keyed.keyOfLine, template, async (first) => {
    const firstContents = await readContents(log, first);
    return firstContents.ok ? firstContents.value : undefined;
  });
  return { ok: true, value: templateParameters(template, { ...sampled, whole }) };
}

/** @param line 1-based */
export async function readLineParameters(
  log: OpenedLog,
  { templates, keyed }: GroupedLog,
  line: number,
): Promise<Outcome<LineParameters>> {
  const key = keyed.keyOfLine[line - 1];
  if (key === undefined) throw new RangeError(`The log has no line ${line}`);
  const template = templates[key];
  if (template === undefined) return { ok: true, value: { key: -1, values: [] } };
  const contents = await readContents(log, [line - 1]);
  if (!contents.ok) return contents;
  return {
    ok: true,
    value: { key: template.key, values: readerOf(log, template).valuesIn(contents.value[0] ?? '') },
  };
}

export const readerOf = (log: OpenedLog, template: Template): ParameterReader =>
  log.classic === undefined ? parameterReader(template) : classicParameterReader(template.text);

/** All 0-based lines of a key, or {@link MOST_READ} of them at equal distances, the first among them. */
function spreadLines(keyOfLine: Int32Array, key: LogKey, count: number): number[] {
  const wanted = Math.min(count, MOST_READ);
  const lines: number[] = [];
  let seen = 0;
  for (let line = 0; lines.length < wanted && line < keyOfLine.length; line++) {
    if (keyOfLine[line] !== key) continue;
    if (seen * wanted >= lines.length * count) lines.push(line);
    seen++;
  }
  return lines;
}

export async function readContents(log: OpenedLog, lines: readonly number[]): Promise<Outcome<readonly string[]>> {
  const texts = await readTexts(log, lines);
  return texts.ok ? { ok: true, value: log.withoutHeaders(lines, texts.value) } : texts;
}

/** Raw text of 0-based lines, as much of it as is mined. */
export async function readTexts(log: OpenedLog, lines: readonly number[]): Promise<Outcome<readonly string[]>> {
  const read = await log.readLines(lines, MINED_BYTES);
  if (read.ok) return { ok: true, value: read.value.map(({ text }) => text) };
  if (read.problem.kind === 'cancelled') throw new Error('Reading a line back is never cancelled');
  return { ok: false, problem: readProblem(read.problem) };
}

import { formatCount, formatProbability, formatTime } from '../../core/base/format.ts';
import { visibleText } from '../../core/base/visible-text.ts';
import type { Finding } from '../../core/detect/finding.ts';
import { type FoldedStep, foldSteps } from '../../core/explain/folded-steps.ts';
import type { LineValue } from '../../core/report/line-value.ts';
import type { NearestNormal } from '../../core/report/nearest-normal.ts';
import type { RawLine } from '../../core/report/raw-line.ts';
import { namedText, sentenceWithNames, type TemplateNames } from '../../core/report/template-names.ts';
import { CAUSE_LOOKS } from '../cause.ts';
import { DETECTOR_NAMES } from '../detector-names.ts';
import { comparedText } from './compared-text.ts';
import { candidatesOf } from './expected-rows.ts';
import { codeBlock, escaped, inlineCode } from './markdown.ts';
import { absenceText, nearestText } from './nearest-text.ts';

/** All that the inspector tells of a finding. */
export interface Explained {
  readonly finding: Finding;
  readonly lines: readonly RawLine[];
  readonly diagnosis: string | undefined;
  readonly nearest: NearestNormal | undefined;
  /** 1-based, in view: the one that `values` are of. */
  readonly line: number;
  readonly values: readonly LineValue[];
  /** Of a log key. */
  readonly textOf: (key: number) => string;
  readonly names: TemplateNames;
  /** What made the finding, each a name and a value. */
  readonly settings: readonly (readonly [name: string, value: string])[];
}

/** A finding as Markdown, for a ticket. What comes from the log stands in code, or with all that Markdown would read escaped. */
export function explanationMarkdown(explained: Explained): string {
  const { finding, diagnosis, lines, names } = explained;
  const parts = [
    escaped(sentenceWithNames(finding.reason, names)),
    diagnosis && escaped(sentenceWithNames(diagnosis, names)),
    listed('Finding', factsOf(finding)),
    listed('Expected next', expectedRows(explained)),
    nearestPart(explained),
    listed(`Values of line ${formatCount(explained.line)}`, valueRows(explained.values)),
    `**Raw lines**\n\n${codeBlock(rawRows(lines, finding.line))}`,
    listed(
      'Settings',
      explained.settings.map(([name, value]) => `${name}: ${escaped(value)}`),
    ),
  ];
  return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`;
}

function listed(title: string, rows: readonly string[]): string | undefined {
  return rows.length === 0 ? undefined : `**${title}**\n\n${rows.map((row) => `- ${row}`).join('\n')}`;
}

const OFFSETS: Readonly<Record<Finding['offsetIn'], string>> = {
  file: 'of the file',
  unpacked: 'of what was unpacked',
  'utf-8': 'of its text in UTF-8',
};

function factsOf({
  session,
  cause,
  detector,
  score,
  file,
  fileLine,
  byteOffset,
  offsetIn,
  timestamp,
}: Finding): string[] {
  return [
    `session ${inlineCode(session)}`,
    `cause: ${CAUSE_LOOKS[cause].word.toLowerCase()}, by "${DETECTOR_NAMES[detector]}", surprise ${score.toFixed(1)} nats`,
    `${inlineCode(file)}, line ${formatCount(fileLine)}, byte ${formatCount(byteOffset)} ${OFFSETS[offsetIn]}`,
    ...(Number.isNaN(timestamp) ? [] : [`time: ${formatTime(timestamp)}`]),
  ];
}

function expectedRows({ finding, names }: Explained): string[] {
  return candidatesOf(finding).map(({ key, template, probability, rank, came }) => {
    const what = key === -1 ? 'end of the session' : codeWithName(template, names.byKey.get(key));
    return `${what}: ${formatProbability(probability)}${came ? ` (what came, rank ${formatCount(rank + 1)})` : ''}`;
  });
}

function codeWithName(template: string, name: string | undefined): string {
  return name === undefined ? inlineCode(template) : `${escaped(name)} (${inlineCode(template)})`;
}

/** As a difference is written: `-` for what the session lacks, `+` for what it has beside it. */
function nearestPart({ nearest, textOf, names }: Explained): string | undefined {
  if (nearest === undefined || nearest.distance === 0) return undefined;
  const rows = foldSteps(nearest.steps).map((step) =>
    differenceRow(step, (key) => namedText(textOf(key), names.byKey.get(key))),
  );
  const example = `Such as session ${inlineCode(nearest.session)}.`;
  return `**Beside the nearest normal session**\n\n${nearestText(nearest)} ${example}\n\n${codeBlock(rows, 'diff')}`;
}

function differenceRow(step: FoldedStep, textOf: Explained['textOf']): string {
  switch (step.is) {
    case 'folded':
      return `  ... ${formatCount(step.steps)} alike`;
    case 'same':
      return `  ${textOf(step.key)}`;
    case 'missing':
      return `- ${textOf(step.key)} (${absenceText(step)})`;
    case 'extra':
      return `+ ${textOf(step.key)} (${absenceText(step)})`;
    case 'swapped':
      return `~ ${textOf(step.key)} (swapped)`;
  }
}

function valueRows(values: readonly LineValue[]): string[] {
  return values.flatMap(({ text, isCut, wildcard, compared }) =>
    compared.map(
      (one) =>
        `\\<\\*\\> ${wildcard + 1}: ${inlineCode(`${text}${isCut ? ' ...' : ''}`)}; ${escaped(comparedText(one))}`,
    ),
  );
}

function rawRows(lines: readonly RawLine[], found: number): string[] {
  return lines.map(
    ({ line, text, cut }) => `${line === found ? '>' : ' '} ${line} ${visibleText(text)}${cut ? ' ...' : ''}`,
  );
}

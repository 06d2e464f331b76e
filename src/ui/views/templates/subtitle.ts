import { formatCount, formatNumberOf, formatShare } from '../../../core/base/format.ts';
import type { TemplateRow } from '../../../core/report/log-report.ts';
import { ignoredLines } from '../../../core/report/template-rows.ts';

/** What templates are, and what to know of these. @param unnamedLines see `Parsed` */
export function subtitle(templates: readonly TemplateRow[], unnamedLines: number): string {
  const fresh = templates.filter((template) => template.isNew).length;
  const largest = templates.reduce((most, template) => Math.max(most, template.share), 0);
  const news = fresh > 0 ? `; ${formatCount(fresh)} came up only after the training period` : '';
  return `A template is a statement of the program with its values taken out. The most common one stands for ${formatShare(largest)} of the lines${news}. ${unnamedText(unnamedLines)}Select one to see what stands under its <*>.${ignoredText(ignoredLines(templates))}`;
}

function unnamedText(lines: number): string {
  return lines === 0 ? '' : `${formatNumberOf(lines, 'line names', 'lines name')} no EventId and had to be mined. `;
}

function ignoredText(lines: number): string {
  return lines === 0
    ? ''
    : ` ${formatNumberOf(lines, 'line is', 'lines are')} ignored: in no session, but counted here.`;
}

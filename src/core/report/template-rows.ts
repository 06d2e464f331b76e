import type { LogKey } from '../base/brand.ts';
import { idOf } from '../drain/edits/template-edit.ts';
import type { FrozenMiner } from '../drain/frozen-miner.ts';
import type { NearestTemplate } from '../drain/match.ts';
import type { Template } from '../drain/template.ts';
import { type ScannedLog, SEVERITIES, type TimeSpan } from '../scan/scanned-log.ts';
import type { NearestRow, TemplateRow } from './log-report.ts';

const TREND_BUCKETS = 24;

interface KeyedLines {
  /** Log key of each line, -1 for a blank one. */
  readonly keyOfLine: Int32Array;
  /** Keys below this number were seen in the training period. */
  readonly known: number;
  readonly miner: Pick<FrozenMiner, 'catchAll'>;
  readonly ignored: ReadonlySet<LogKey>;
}

/**
 * @param nearest by the key of a new template
 */
export function templateRows(
  templates: readonly Template[],
  log: ScannedLog,
  { keyOfLine, known, miner, ignored }: KeyedLines,
  nearest: ReadonlyMap<LogKey, NearestTemplate>,
): TemplateRow[] {
  const trend = templates.map(() => new Array<number>(TREND_BUCKETS).fill(0));
  const severity = templates.map(() => 0);
  keyOfLine.forEach((key, line) => {
    if (key < 0) return;
    const bucket = Math.floor((line / log.lines) * TREND_BUCKETS);
    const counts = trend[key] as number[];
    counts[bucket] = (counts[bucket] as number) + 1;
    severity[key] = Math.max(severity[key] as number, log.severity.at(line));
  });
  const spans = log.span && timeSpans(templates.length, keyOfLine, log);
  const mined = log.lines - log.blankLines - log.joinedLines;
  return templates.map((template) => ({
    key: template.key,
    text: template.text,
    id: idOf(template.tokens),
    count: template.count,
    share: mined === 0 ? 0 : template.count / mined,
    firstLine: template.firstLine + 1,
    lastLine: template.lastLine + 1,
    seen: spans?.[template.key],
    severity: SEVERITIES[severity[template.key] as number] ?? 'none',
    isNew: template.key >= known,
    isCatchAll: template.key === miner.catchAll,
    isIgnored: ignored.has(template.key),
    nearest: nearestRow(templates, nearest.get(template.key)),
    trend: trend[template.key] as number[],
  }));
}

/** Of each template; lines need not stand in the order of their times. */
function timeSpans(templates: number, keyOfLine: Int32Array, { time }: ScannedLog): readonly TimeSpan[] {
  const first = new Float64Array(templates).fill(Number.POSITIVE_INFINITY);
  const last = new Float64Array(templates).fill(Number.NEGATIVE_INFINITY);
  keyOfLine.forEach((key, line) => {
    if (key < 0) return;
    const at = time.at(line);
    if (at < (first[key] as number)) first[key] = at;
    if (at > (last[key] as number)) last[key] = at;
  });
  return Array.from(first, (from, key) => ({ first: from, last: last[key] as number }));
}

function nearestRow(templates: readonly Template[], nearest: NearestTemplate | undefined): NearestRow | undefined {
  return nearest && { ...nearest, text: templates[nearest.key]?.text ?? '' };
}

/** Lines of all templates that are ignored. */
export function ignoredLines(rows: readonly Pick<TemplateRow, 'isIgnored' | 'count'>[]): number {
  return rows.reduce((sum, { isIgnored, count }) => sum + (isIgnored ? count : 0), 0);
}

import { formatOf } from './choose-fields.ts';
import type { DetectFormat } from './format-candidate.ts';
import { leavesOf } from './leaves.ts';

/** `key=value`, or a word that is none. */
const WORD = /([^\s="]+)=("(?:[^"\\]|\\.)*"|[^\s"]*)(?=\s|$)|\S+/g;
/** A sentence may have one or two. */
const LEAST_PAIRS = 3;
const LEAST_SHARE = 0.5;

/** Lines of `time=... level=info msg="..." key=value`, from the first word on. */
export const detectLogfmt: DetectFormat = ({ lines, columns }) => {
  const records = lines.flatMap((line) => pairsOf(line) ?? []);
  const share = lines.length === 0 ? 0 : records.length / lines.length;
  if (share < LEAST_SHARE) return undefined;
  const leaves = leavesOf(records);
  const format = formatOf('logfmt', { kind: 'logfmt' }, { leaves, records: records.length, share }, columns);
  const { timeColumn, levelColumn } = format.header;
  const isMessage = format.records?.fields.some(({ role, as }) => role === 'content' && as === 'text');
  return timeColumn >= 0 || levelColumn >= 0 || isMessage ? format : undefined;
};

function pairsOf(line: string): object | undefined {
  const pairs = new Map<string, string>();
  for (const { index, 1: key, 2: value = '' } of line.trim().matchAll(WORD)) {
    if (key === undefined && index === 0) return undefined;
    if (key !== undefined && !pairs.has(key)) pairs.set(key, value.replace(/^"|"$/g, ''));
  }
  return pairs.size >= LEAST_PAIRS ? Object.fromEntries(pairs) : undefined;
}

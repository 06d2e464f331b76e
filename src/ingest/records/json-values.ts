import { JsonDocument } from '../../core/scan/records/json-document.ts';
import { decodeUtf8 } from '../decode.ts';
import { isObject, leavesOf } from './leaves.ts';
import { timeOf } from './record-times.ts';

/** Objects that a sample holds. */
export interface JsonSample {
  readonly values: readonly object[];
  /** Lines or documents that are none. */
  readonly others: number;
}

export function jsonOfLines(lines: readonly string[]): JsonSample {
  const values = lines.flatMap((line) => objectOf(line) ?? []);
  return { values, others: lines.length - values.length };
}

/** @param isWhole the last document does not go on behind the head */
export function jsonOfHead(head: Uint8Array, isWhole: boolean): JsonSample {
  const values: object[] = [];
  let others = 0;
  const sink = {
    record(bytes: Uint8Array, start: number, end: number): void {
      const text = decodeUtf8(bytes.subarray(start, end));
      const value = objectOf(text) ?? (isWhole ? undefined : objectOf(closed(text)));
      if (value === undefined) others++;
      else values.push(value);
    },
    text(): void {
      others++;
    },
  };
  const document = new JsonDocument(sink, [], 'lf', 0, false);
  document.push(head);
  document.end();
  return { values, others };
}

function objectOf(text: string): object | undefined {
  if (!/^\ufeff?\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    return isObject(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A document that was cut off, up to the last object or list that ended, with the ends that are missing. */
function closed(text: string): string {
  const open: string[] = [];
  let kept = { end: 0, missing: '' };
  for (const { 0: mark, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/gs)) {
    if (mark === '{') open.push('}');
    else if (mark === '[') open.push(']');
    else if (mark === '}' || mark === ']') {
      open.pop();
      kept = { end: index + 1, missing: open.toReversed().join('') };
    }
  }
  return text.slice(0, kept.end) + kept.missing;
}

export interface JsonRecords {
  readonly path: readonly string[];
  readonly records: readonly object[];
}

const MOST_DEPTH = 6;
const MOST_RECORDS = 2000;
const TIMED_RECORDS = 50;

/** Where the records are: the values themselves, or objects in lists inside them. The outermost that have a time. */
export function recordsIn(values: readonly object[]): JsonRecords {
  const whole: JsonRecords = { path: [], records: values };
  const lists = listsIn(values);
  const timed = [whole, ...lists].find(({ records }) => {
    const some = records.slice(0, TIMED_RECORDS);
    return timeOf(leavesOf(some), some.length) !== undefined;
  });
  return timed ?? (values.length > 1 ? whole : (lists.find(({ records }) => records.length > 1) ?? whole));
}

/** Breadth first. */
function listsIn(values: readonly object[]): JsonRecords[] {
  const lists: JsonRecords[] = [];
  let level: JsonRecords[] = [{ path: [], records: values }];
  for (let depth = 0; depth < MOST_DEPTH && level.length > 0; depth++) {
    level = level.flatMap(({ path, records }) => inside(path, records));
    lists.push(...level.filter(({ records }) => records.length > 0));
  }
  return lists;
}

function inside(path: readonly string[], records: readonly object[]): JsonRecords[] {
  const byKey = new Map<string, object[]>();
  for (const [key, value] of records.slice(0, TIMED_RECORDS).flatMap((record) => Object.entries(record))) {
    const items: unknown[] = Array.isArray(value) ? value : [value];
    const objects = items.filter((item) => isObject(item)).filter((item) => !Array.isArray(item));
    if (objects.length === 0) continue;
    const found = byKey.get(key) ?? [];
    found.push(...objects.slice(0, MOST_RECORDS - found.length));
    byKey.set(key, found);
  }
  return [...byKey].map(([key, found]) => ({ path: [...path, key], records: found }));
}

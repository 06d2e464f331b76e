import type { Leaf } from './leaves.ts';

const MOST_COLUMNS = 8;
const LEAST_SHARE = 0.1;
/** With more values than this per record, they come again too rarely to tie records together. */
const MOST_DISTINCT = 0.9;
const LONGEST = 128;
/** Names of what records have in common, the most telling first. */
const NAMES: readonly RegExp[] = [
  /(?:trace|transaction|txn?|request|req|session|correlation|order|job)[._-]?(?:id|uuid|guid)?$/i,
  /(?:task|operation|execution|invocation|block|flow)[._-]?(?:id|uuid|guid)$/i,
  /(?:span|logon|conn(?:ection)?|thread|process|pod|container|user|account|client|instance|unit|device)[._-]?(?:id|uuid|guid|name)?$/i,
  /(?:^|[._-])(?:p?id|tid|sid|uid|gid|pid|ctx|uuid|guid)$|(?:Id|ID|Uuid|_id)$/,
  /(?:user_?name|identifier|worker|queue|tenant|customer|device|remote_?addr|(?:source|client|remote)_?ip(?:_?address)?|source_?address|host(?:name)?|node)$/i,
];

/** Kinds of events have numbers too. */
const KINDS = /(?:event|type|code|template|schema|version)[._-]?id$/i;

/** Places whose values name what several records belong to: candidates for sessions. */
export function columnsOf(leaves: readonly Leaf[], records: number, taken: ReadonlySet<Leaf>): Leaf[] {
  const found = leaves.flatMap((leaf) => {
    const { name, values } = leaf;
    const place = NAMES.findIndex((names) => names.test(name));
    const share = values.length / records;
    if (place < 0 || KINDS.test(name) || taken.has(leaf) || share < LEAST_SHARE || !ties(leaf)) return [];
    return [{ leaf, worth: share * 0.8 ** place * 0.95 ** leaf.path.length }];
  });
  return found
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST_COLUMNS)
    .map(({ leaf }) => leaf);
}

/** Whether values come again, and are short. */
export function ties({ values, isPlain }: Leaf): boolean {
  const distinct = new Set(values).size;
  if (!isPlain || distinct < 2 || distinct > MOST_DISTINCT * values.length) return false;
  return values.every((value) => value.length <= LONGEST && !/\s\S*\s/.test(value));
}

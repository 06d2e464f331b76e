import type { RecordField } from '../../core/scan/records/record-format.ts';
import { type Leaf, lastName } from './leaves.ts';

/** Names of messages, the likeliest first. */
const MESSAGES: readonly RegExp[] = [
  /^(?:message|msg|@m|@?log_?message|short_?message|textpayload|log|body|text)$/i,
  /^(?:@mt|event|description|(?:result_?|event_?)?description|event_?message|full_?message|summary|title)$/i,
  /message|msg/i,
];
const MESSAGE_WORTH = [1, 0.85, 0.5] as const;
/** A message that fewer of the records have is one of special cases. */
const MESSAGE_SHARE = 0.5;
const MOST_MESSAGES = 4;
/** Of the same message in all records, what happened is not to be learnt. */
const LEAST_RECORDS = 20;

/** Names of what tells the kind of an event, in the order in which they are written. */
const SHAPES: readonly RegExp[] = [
  /^(?:event_?source|provider(?:_?name)?|source_?name|service)$/i,
  /^(?:event_?name|event|event_?id|name)$/i,
  /^(?:verb|method|request_?method|http_?method|cs_?method)$/i,
  /^(?:resource|resource_?type|object|target_?type)$/i,
  /^(?:action|operation|operation_?name|op|command|cmd)$/i,
  /^(?:type|kind|category|event_?type|sub_?type)$/i,
  /^(?:stage|phase|state)$/i,
  /^(?:status|status_?code|response_?code|response_?status|code|http_?status|sc_?status|error_?code)$/i,
  /^(?:outcome|result|decision|reason)$/i,
];
const STATUS = 7;
const REQUEST = /^(?:request|request_?uri|uri|url|path|request_?path|request_?line|http_?path|target)$/i;
const MOST_SHAPES = 6;
const SHAPE_SHARE = 0.2;

/** What the content is made of, see `FieldWriter`. @param chosen the message, where a person chose it */
export function contentOf(leaves: readonly Leaf[], records: number, chosen?: Leaf): RecordField[] {
  const messages = chosen === undefined ? messagesOf(leaves, records) : [chosen];
  const shapes = shapesOf(leaves, records);
  const isAccess = shapes.some(({ as }) => as === 'request');
  const [first] = messages;
  const isSame =
    chosen === undefined && first !== undefined && records >= LEAST_RECORDS && new Set(first.values).size === 1;
  const texts = isSame && isAccess ? [] : messages;
  const fields = texts.map(({ name, path }) => ({ role: 'content', name, path, as: 'text' }) as const);
  const isEnough = first !== undefined && fields.length > 0 && first.values.length === records;
  return isEnough ? fields : [...fields, ...shapes, { role: 'content', name: '', path: [], as: 'keys' }];
}

function messagesOf(leaves: readonly Leaf[], records: number): Leaf[] {
  const found = leaves.flatMap((leaf) => {
    const last = lastName(leaf);
    const place = MESSAGES.findIndex((names) => names.test(last));
    if (place < 0 || leaf.isNumber) return [];
    const wordy = leaf.values.filter((value) => /\S\s+\S/.test(value)).length / leaf.values.length;
    const says = new Set(leaf.values).size > 1 ? 1 : 0.7;
    const depth = 0.95 ** leaf.path.length;
    const share = leaf.values.length / records;
    return [{ leaf, share, worth: (MESSAGE_WORTH[place] ?? 0) * share * says * depth * (0.3 + 0.7 * wordy) }];
  });
  found.sort((a, b) => b.worth - a.worth);
  const covered = found.reduce((sum, { share }) => sum + share, 0);
  const isMessage = covered >= MESSAGE_SHARE && (found[0]?.worth ?? 0) >= 0.1;
  return isMessage ? found.slice(0, MOST_MESSAGES).map(({ leaf }) => leaf) : [];
}

/** The pair with the most values comes first: the miner tells events apart by their first words above all. */
function shapesOf(leaves: readonly Leaf[], records: number): RecordField[] {
  const found = fieldsOfShape(leaves, records);
  const pairs = found.filter(({ field }) => field.as === 'pair').sort((a, b) => b.distinct - a.distinct);
  const first = pairs[0];
  const inOrder = first === undefined ? found : [first, ...found.filter((shape) => shape !== first)];
  return inOrder.map(({ field }) => field).slice(0, MOST_SHAPES);
}

interface Shape {
  readonly field: RecordField;
  readonly distinct: number;
}

function fieldsOfShape(leaves: readonly Leaf[], records: number): Shape[] {
  const shapes: Shape[] = [];
  const usable = leaves.filter(
    ({ values, isPlain, path }) => isPlain && path.length <= 3 && values.length >= SHAPE_SHARE * records,
  );
  const named = (names: RegExp, isFit: (leaf: Leaf) => boolean) =>
    usable
      .filter((leaf) => names.test(lastName(leaf)) && isFit(leaf))
      .sort((a, b) => a.path.length - b.path.length || b.values.length - a.values.length)[0];
  SHAPES.forEach((names, place) => {
    const leaf = named(names, isFew);
    if (leaf !== undefined) shapes.push(shapeOf(leaf, leaf.isNumber || place === STATUS ? codeOrPair(leaf) : 'pair'));
    const request = place === 2 ? named(REQUEST, isRequest) : undefined;
    if (request !== undefined) shapes.push(shapeOf(request, 'request'));
  });
  const hasResource = shapes.some(({ field }) => /resource$/i.test(field.name));
  return shapes.filter(({ field }) => field.as !== 'request' || !hasResource);
}

function shapeOf(leaf: Leaf, as: RecordField['as']): Shape {
  const field = { role: 'content', name: lastName(leaf), path: leaf.path, as } as const;
  return { field, distinct: new Set(leaf.values).size };
}

function codeOrPair({ values }: Leaf): 'code' | 'pair' {
  return values.every((value) => /^\d+$/.test(value)) ? 'code' : 'pair';
}

/** Names of kinds come again and again, and are short. */
function isFew({ values }: Leaf): boolean {
  const distinct = new Set(values).size;
  return distinct <= Math.max(2, Math.min(100, 0.5 * values.length)) && values.every(({ length }) => length <= 100);
}

function isRequest({ values }: Leaf): boolean {
  const requests = values.filter((value) => /^(?:[A-Z]{3,10} )?(?:\/|https?:\/\/)/.test(value));
  return requests.length >= 0.8 * values.length;
}

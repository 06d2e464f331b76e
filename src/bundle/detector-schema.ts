import * as v from 'valibot';
import type { LogKey } from '../core/base/brand.ts';
import { ERROR_NORMS } from '../core/detect/expected/error-norm.ts';
import { LONGEST_NAME } from '../core/drain/edits/template-notes.ts';
import { NUMBERED_LEVELS } from '../core/scan/records/level-names.ts';
import { BACKENDS } from '../core/sequence/key-model.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const logKey = v.pipe(
  count,
  v.transform((key) => key as LogKey),
);
/** Of a catch-all template, or -1 where there is none. */
const optionalKey = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(-1),
  v.transform((key) => key as LogKey | -1),
);
const text = v.pipe(v.string(), v.maxLength(100_000));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** JSON has no NaN: a loss that does not exist is null. */
const loss = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? Number.NaN),
);
/** Index of a column, or -1 for none. */
const column = v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(100));

const header = v.object({
  separator: v.picklist(['space', 'pipe']),
  columns: v.array(
    v.object({
      name: text,
      kind: v.picklist(['time', 'level', 'integer', 'dash', 'bracket', 'component', 'process-id', 'word']),
      format: text,
    }),
  ),
  timeColumn: column,
  levelColumn: column,
  requiredColumn: v.optional(column),
  dashBeforeContent: v.boolean(),
  share,
  joins: v.optional(v.picklist(['indented', 'headerless', 'marked'])),
});

const path = v.pipe(v.array(v.pipe(v.string(), v.maxLength(500))), v.maxLength(64));
const syntax = v.variant('kind', [
  v.object({ kind: v.literal('json-lines'), path }),
  v.object({ kind: v.literal('json-document'), path }),
  v.object({ kind: v.literal('logfmt') }),
  v.object({ kind: v.literal('csv'), delimiter: v.pipe(v.string(), v.length(1)), hasNames: v.boolean() }),
  v.object({ kind: v.literal('w3c') }),
  v.object({ kind: v.literal('access') }),
  v.object({ kind: v.literal('cef'), timeWords: v.pipe(count, v.maxValue(10)) }),
  v.object({ kind: v.literal('two-line'), head: header }),
  v.object({ kind: v.literal('key-sequences') }),
]);
const field = v.object({
  role: v.picklist(['time', 'level', 'column', 'content']),
  name: text,
  path: v.pipe(v.array(v.union([v.pipe(v.string(), v.maxLength(500)), count])), v.maxLength(64)),
  as: v.picklist(['text', 'pair', 'request', 'code', 'keys', ...NUMBERED_LEVELS]),
});
const records = v.object({ syntax, fields: v.pipe(v.array(field), v.maxLength(100)) });

const identifier = v.variant('kind', [
  v.object({
    kind: v.literal('token'),
    before: text,
    prefix: text,
    body: v.picklist(['number', 'hex', 'uuid', 'word', 'name', 'address']),
  }),
  v.object({ kind: v.literal('column'), column: count, name: text }),
  v.object({ kind: v.literal('pattern'), source: v.pipe(v.string(), v.maxLength(500)) }),
]);

const rule = v.variant('by', [
  v.object({ by: v.literal('identifier'), identifier }),
  v.object({ by: v.literal('pause'), milliseconds: v.pipe(v.number(), v.minValue(0)) }),
  v.object({ by: v.literal('time'), milliseconds: v.pipe(v.number(), v.minValue(1)) }),
  v.object({ by: v.literal('lines'), lines: v.pipe(count, v.minValue(1)) }),
]);

const epoch = v.pipe(
  v.object({ epoch: count, trainLoss: loss, validationLoss: loss, accuracy: v.optional(share) }),
  // Not in the file.
  v.transform((fields) => ({ ...fields, seconds: 0 })),
);

const pauses = v.array(v.tuple([logKey, v.pipe(v.number(), v.finite())]));
const rhythm = v.object({
  unit: v.picklist(['milliseconds', 'lines']),
  before: pauses,
  after: pauses,
  beginnings: v.array(logKey),
});

/** `manifest.json`. Unknown fields are dropped, so that later versions may add some. */
export const manifestSchema = v.object({
  format: v.pipe(v.number(), v.integer(), v.minValue(1)),
  program: text,
  trainedOn: v.object({ files: v.array(v.object({ name: text, size: count })), lines: count, sessions: count }),
  header,
  records: v.optional(records),
  otherFormats: v.optional(v.pipe(v.array(v.object({ header, records: v.optional(records) })), v.maxLength(100)), []),
  session: v.object({ rule, label: text }),
  rhythm,
  model: v.object({
    symbols: v.pipe(count, v.minValue(4), v.maxValue(100_000)),
    history: v.pipe(count, v.minValue(1), v.maxValue(1000)),
    units: v.pipe(count, v.minValue(1), v.maxValue(4096)),
    layers: v.pipe(count, v.minValue(1), v.maxValue(8)),
  }),
  heldOut: v.object({ probability: v.array(share), rank: v.array(v.pipe(v.number(), v.integer())), unseen: count }),
  settings: v.object({
    budget: v.pipe(v.number(), v.gtValue(0), v.ltValue(1)),
    candidates: v.union([v.pipe(count, v.minValue(1)), v.literal('auto')]),
    byLabels: v.optional(text),
    valueErrors: v.optional(v.picklist(ERROR_NORMS)),
  }),
  training: v.object({
    seed: v.pipe(v.number(), v.integer()),
    backend: v.picklist(BACKENDS),
    epochs: v.array(epoch),
    bestEpoch: count,
    end: v.picklist(['epochs', 'early-stop', 'stopped', 'diverged']),
    windows: count,
    distinctWindows: count,
  }),
});

const classic = v.object({
  logFormat: text,
  masks: v.array(text),
  similarity: v.pipe(share, v.gtValue(0)),
  depth: v.pipe(count, v.minValue(3), v.maxValue(100)),
  maxChildren: v.pipe(count, v.minValue(1)),
});

const note = v.variant('kind', [
  v.object({ kind: v.literal('name'), template: text, name: v.pipe(v.string(), v.maxLength(LONGEST_NAME)) }),
  v.object({ kind: v.literal('pin'), template: text }),
]);
const byHand = v.object({
  masks: v.array(text),
  ignored: v.pipe(v.array(text), v.maxLength(100_000)),
  notes: v.pipe(v.array(note), v.maxLength(100_000)),
});

/** `templates.json`: the frozen miner, the display texts, the settings of a classic miner, and what a person said of templates. */
export const templatesSchema = v.object({
  texts: v.array(text),
  templates: v.array(v.array(text)),
  layers: v.array(v.array(v.object({ key: logKey, tokens: v.array(text) }))),
  catchAll: optionalKey,
  classic: v.optional(classic),
  byHand: v.optional(byHand),
});

/** `vocabulary.json`: log keys of the model's symbols. */
export const vocabularySchema = v.object({ keys: v.array(logKey) });

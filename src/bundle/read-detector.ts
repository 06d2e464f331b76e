import { strFromU8 } from 'fflate';
import * as v from 'valibot';
import { crc32 } from '../core/base/crc32.ts';
import type { ForetoldValues } from '../core/detect/expected/keep-foretold.ts';
import type { Mark } from '../core/detect/marks/mark.ts';
import type { QuickStates } from '../core/detect/quick-detectors.ts';
import { makeClassicReader } from '../core/drain/classic/classic-reader.ts';
import { makeWordMasks } from '../core/drain/edits/word-masks.ts';
import type { SessionRule } from '../core/report/log-report.ts';
import type { Outcome, Problem } from '../core/report/problem.ts';
import type { CompilePattern } from '../core/scan/line-pattern.ts';
import { columnsOfAll } from '../core/scan/several-headers.ts';
import type { KeyModelShape } from '../core/sequence/key-model.ts';
import type { TrainingMemory } from '../core/sequence/training-memory.ts';
import { DETECTOR_FORMAT, type Detector } from './detector.ts';
import { manifestSchema, templatesSchema, vocabularySchema } from './detector-schema.ts';
import { ensembleSchema } from './ensemble-schema.ts';
import { unpackWeights, weightCount } from './layers-model.ts';
import { readMarks } from './marks-file.ts';
import { memorySchema, unpackMemory } from './memory-file.ts';
import { refusedSize } from './refused-size.ts';
import { unpackValueWeights, valueModelSchema } from './value-model-file.ts';
import { entryContent, zipEntries } from './zip-entries.ts';

/** Missing in files of before format 5. */
const ENSEMBLE = 'detectors.json';
/** Missing where no numbers are foretold, and in files of before format 6. */
const VALUES = 'parameters/model.json';
const VALUE_WEIGHTS = 'parameters/weights.bin';
/** Missing where nobody marked a session, and in files of before format 7. */
const MARKS = 'marks.jsonl';
/** Missing in files of before format 8. */
const MEMORY = 'memory.json';
const MEMORY_WINDOWS = 'memory.bin';
const NEEDED = ['manifest.json', 'templates.json', 'vocabulary.json', 'weights.bin'] as const;
const READ = [...NEEDED, ENSEMBLE, VALUES, VALUE_WEIGHTS, MARKS, MEMORY, MEMORY_WINDOWS] as const;

/** Reads a `.deeplog` file; whatever is wrong with it comes back as a sentence, and nothing of it is used. */
export function readDetector(bytes: Uint8Array, name: string, compile: CompilePattern): Outcome<Detector> {
  const entries = unzip(bytes);
  if (typeof entries === 'string') return refuse(name, entries);
  const version = formatOf(entries['manifest.json']);
  if (version > DETECTOR_FORMAT) {
    return refuse(
      name,
      `it has format ${version}, and this program reads up to ${DETECTOR_FORMAT}`,
      'Open it with a newer Deeplog.',
    );
  }
  const manifest = parse(manifestSchema, entries['manifest.json']);
  if (typeof manifest === 'string') return refuse(name, `manifest.json: ${manifest}`);
  const templates = parse(templatesSchema, entries['templates.json']);
  if (typeof templates === 'string') return refuse(name, `templates.json: ${templates}`);
  const vocabulary = parse(vocabularySchema, entries['vocabulary.json']);
  if (typeof vocabulary === 'string') return refuse(name, `vocabulary.json: ${vocabulary}`);
  const ensemble = entries[ENSEMBLE] && parse(ensembleSchema, entries[ENSEMBLE]);
  if (typeof ensemble === 'string') return refuse(name, `${ENSEMBLE}: ${ensemble}`);
  if (ensemble !== undefined && !isOfSize(ensemble.models.states, manifest.model.symbols)) {
    return refuse(name, `${ENSEMBLE} has another number of symbols than its model`);
  }
  const inconsistent = findInconsistency(manifest, templates, vocabulary, compile);
  if (inconsistent !== undefined) return refuse(name, inconsistent);
  const weights = unpackWeights(manifest.model, entries['weights.bin']);
  if (weights === undefined) {
    return refuse(name, `weights.bin is not ${weightCount(manifest.model)} finite numbers, as its model needs`);
  }
  const values = readValues(entries);
  if (typeof values === 'string') return refuse(name, values);
  const marks = marksOf(entries);
  if (typeof marks === 'string') return refuse(name, marks);
  const memory = memoryOf(entries, manifest.model, templates.templates.length);
  if (typeof memory === 'string') return refuse(name, memory);
  const { texts, classic, byHand, ...miner } = templates;
  const { trainedOn, header, records, otherFormats, session, rhythm, heldOut, settings, training } = manifest;
  const fitted = {
    miner,
    classic,
    texts,
    vocabulary: vocabulary.keys,
    weights,
    ensemble,
    values,
    marks,
    memory,
    byHand,
  };
  const others = otherFormats.map((format) => ({ header: format.header, records: format.records }));
  const formats = { header, records, otherFormats: others };
  return { ok: true, value: { trainedOn, ...formats, session, rhythm, heldOut, settings, training, ...fitted } };
}

type Entries = Record<(typeof NEEDED)[number], Uint8Array> & {
  readonly [ENSEMBLE]?: Uint8Array;
  readonly [VALUES]?: Uint8Array;
  readonly [VALUE_WEIGHTS]?: Uint8Array;
  readonly [MARKS]?: Uint8Array;
  readonly [MEMORY]?: Uint8Array;
  readonly [MEMORY_WINDOWS]?: Uint8Array;
};

/** @returns why it cannot be used; undefined where there is none */
function readValues(entries: Entries): ForetoldValues | string | undefined {
  const model = entries[VALUES] && parse(valueModelSchema, entries[VALUES]);
  if (model === undefined) return undefined;
  if (typeof model === 'string') return `${VALUES}: ${model}`;
  const weights = unpackValueWeights(model.shape, entries[VALUE_WEIGHTS] ?? new Uint8Array());
  return weights === undefined
    ? `${VALUE_WEIGHTS} is not as many finite numbers as its model needs`
    : { series: model.series, weights };
}

/** @returns why they cannot be used; undefined where there are none */
function marksOf(entries: Entries): readonly Mark[] | string | undefined {
  const read = entries[MARKS] && readMarks(strFromU8(entries[MARKS]), MARKS);
  return read?.ok === false ? read.problem.message.replace(/\.$/, '') : read?.value;
}

/** @returns why it cannot be used; undefined where there is none */
function memoryOf(entries: Entries, shape: KeyModelShape, templates: number): TrainingMemory | string | undefined {
  const sizes = entries[MEMORY] && parse(memorySchema, entries[MEMORY]);
  if (sizes === undefined) return undefined;
  if (typeof sizes === 'string') return `${MEMORY}: ${sizes}`;
  const { lines, inSessions } = sizes.templates ?? {};
  if ([lines, inSessions].some((counts) => counts !== undefined && counts.length !== templates)) {
    return `${MEMORY} does not say of each template how often it came`;
  }
  return unpackMemory(shape, sizes, entries[MEMORY_WINDOWS] ?? new Uint8Array()) ?? NOT_WINDOWS;
}

const NOT_WINDOWS = `${MEMORY_WINDOWS} does not hold the windows that ${MEMORY} names`;

function isOfSize({ markov, counts }: QuickStates, symbols: number): boolean {
  return markov.symbols === symbols && counts.weights.length === symbols;
}

function unzip(bytes: Uint8Array): Entries | string {
  const listed = zipEntries(bytes);
  if (listed.size === 0) return isForeignModel(bytes) ? FOREIGN_MODEL : 'it is no zip archive, or a damaged one';
  const missing = NEEDED.find((needed) => !listed.has(needed));
  if (missing !== undefined) return `${missing} is missing in it`;
  const entries: Partial<Record<(typeof READ)[number], Uint8Array>> = {};
  for (const name of READ) {
    const entry = listed.get(name);
    if (entry === undefined) continue;
    const oversized = refusedSize(entry);
    if (oversized !== undefined) return oversized;
    const content = entryContent(bytes, entry);
    if (content === undefined || crc32(content) !== entry.checksum) return `${name} in it is damaged`;
    entries[name] = content;
  }
  return entries as Entries;
}

function parse<S extends v.GenericSchema>(schema: S, bytes: Uint8Array): v.InferOutput<S> | string {
  const value = parseJson(bytes);
  if (value === undefined) return 'it is no JSON';
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  return `${v.getDotPath(issue) ?? 'it'} is not as it should be (${issue.message})`;
}

const FOREIGN_MODEL =
  'it is the model.json of a Keras or TensorFlow.js model, which holds no templates, sessions or thresholds';

const OPENING_BRACE = 0x7b;

/** The layers of a network alone, as Keras and tfjs write them. */
function isForeignModel(bytes: Uint8Array): boolean {
  if (bytes[0] !== OPENING_BRACE) return false;
  const network = v.union([v.object({ modelTopology: v.looseObject({}) }), v.object({ class_name: v.string() })]);
  return v.is(network, parseJson(bytes));
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    return undefined;
  }
}

function formatOf(manifest: Uint8Array): number {
  const result = v.safeParse(v.object({ format: v.number() }), parseJson(manifest));
  return result.success ? result.output.format : 0;
}

type Manifest = v.InferOutput<typeof manifestSchema>;
type Templates = v.InferOutput<typeof templatesSchema>;

/** What single fields cannot show: indices that point nowhere, sizes that do not fit together. */
function findInconsistency(
  manifest: Manifest,
  templates: Templates,
  vocabulary: { keys: number[] },
  compile: CompilePattern,
): string | undefined {
  const count = templates.templates.length;
  if (templates.texts.length !== count) return 'templates.json has not one text for each template';
  if (templates.layers.some((layer) => layer.some(({ key }) => key >= count)) || templates.catchAll >= count) {
    return 'templates.json names a template that it does not hold';
  }
  if (templates.classic !== undefined) {
    const made = makeClassicReader(templates.classic, compile);
    if (!made.ok) return `templates.json: ${made.message.replace(/\.$/, '')}`;
  }
  const masks = makeWordMasks(templates.byHand?.masks ?? [], compile);
  if (!masks.ok) return `templates.json: ${masks.message.replace(/\.$/, '')}`;
  if (vocabulary.keys.some((key, symbol) => key >= count || key <= (vocabulary.keys[symbol - 1] ?? -1))) {
    return 'vocabulary.json does not list templates in order';
  }
  if (manifest.model.symbols !== vocabulary.keys.length + 3)
    return 'the model has another number of symbols than vocabulary.json';
  if (manifest.heldOut.probability.length !== manifest.heldOut.rank.length) return 'the held-out scores are incomplete';
  const headers = [manifest.header, ...manifest.otherFormats.map((format) => format.header)];
  if (headers.some(({ columns, timeColumn, levelColumn }) => Math.max(timeColumn, levelColumn) >= columns.length))
    return 'a header names a column it does not have';
  return findRuleFault(manifest.session.rule, columnsOfAll(headers).length, compile);
}

function findRuleFault(rule: SessionRule, columns: number, compile: CompilePattern): string | undefined {
  if (rule.by !== 'identifier') return undefined;
  const { identifier } = rule;
  if (identifier.kind === 'column' && identifier.column >= columns) {
    return 'its sessions are named by a column that the header does not have';
  }
  if (identifier.kind === 'pattern' && !compile(identifier.source).ok) {
    return `its sessions are named by "${identifier.source}", which cannot be used as a pattern`;
  }
  return undefined;
}

function refuse(
  name: string,
  why: string,
  advice = 'Choose a .deeplog file that Deeplog saved.',
): { ok: false; problem: Problem } {
  return {
    ok: false,
    problem: { code: 'bad-detector', message: `${name} is not a detector this program can use: ${why}.`, advice },
  };
}

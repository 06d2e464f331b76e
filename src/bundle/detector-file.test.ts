import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LogKey } from '../core/base/brand.ts';
import { compilePattern } from '../ingest/compile-pattern.ts';
import { DETECTOR, ENSEMBLE, MEMORY, VALUES } from './detector.fixture.ts';
import { DETECTOR_FORMAT, type Detector } from './detector.ts';
import { modelCard } from './model-card.ts';
import { mutatedDetectors } from './mutated-detectors.fixture.ts';
import { readDetector } from './read-detector.ts';
import { refusedSize } from './refused-size.ts';
import { writeDetector } from './write-detector.ts';

const CLASSIC = { logFormat: '<Level> <Content>', masks: ['\\d+'], similarity: 0.5, depth: 4, maxChildren: 100 };

type Json = Record<string, unknown>;

const FILE = writeDetector(DETECTOR);
const NAME = 'app.deeplog';

function read(bytes: Uint8Array): Detector {
  const outcome = readDetector(bytes, NAME, compilePattern);
  if (!outcome.ok) throw new Error(outcome.problem.message);
  return outcome.value;
}

function refusal(bytes: Uint8Array): string {
  const outcome = readDetector(bytes, NAME, compilePattern);
  if (outcome.ok) throw new Error('It was taken');
  expect(outcome.problem.code).toBe('bad-detector');
  expect(outcome.problem.message).toMatch(/^app\.deeplog is not a detector this program can use: .*\.$/);
  return outcome.problem.message;
}

/** The file with one JSON entry changed. */
function withJson(entry: string, change: (json: Json) => unknown): Uint8Array {
  const entries = unzipSync(FILE);
  const json: Json = JSON.parse(strFromU8(entries[entry] ?? new Uint8Array(0)));
  return zipSync({ ...entries, [entry]: strToU8(JSON.stringify(change(json))) });
}

function without(entry: string): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(unzipSync(FILE)).filter(([name]) => name !== entry)));
}

const withManifest = (fields: Json) => withJson('manifest.json', (manifest) => ({ ...manifest, ...fields }));

describe('a detector file', () => {
  test('gives back the detector', () => {
    expect(read(FILE)).toEqual(DETECTOR);
  });

  test('of a classic miner keeps its settings, in a format that readers without them refuse', () => {
    const detector = { ...DETECTOR, classic: CLASSIC };
    const file = writeDetector(detector);
    expect(read(file)).toEqual(detector);
    const formatOf = (bytes: Uint8Array) => JSON.parse(strFromU8(unzipSync(bytes)['manifest.json'] ?? bytes)).format;
    expect([formatOf(FILE), formatOf(file)]).toEqual([1, 2]);
  });

  test('of files in several formats keeps all of them', () => {
    const { header } = DETECTOR;
    const otherFormats = [
      { header: { ...header, columns: header.columns.slice(0, 1), levelColumn: -1 }, records: undefined },
    ];
    const file = writeDetector({ ...DETECTOR, otherFormats });
    expect(read(file)).toEqual({ ...DETECTOR, otherFormats });
    expect(refusal(withManifest({ otherFormats: [{ header: { ...header, timeColumn: 7 } }] }))).toContain(
      'a header names a column it does not have',
    );
  });

  test('keeps the detectors beside the key model; files from before there were any have none', () => {
    const file = writeDetector({ ...DETECTOR, ensemble: ENSEMBLE });
    expect(read(file)).toEqual({ ...DETECTOR, ensemble: ENSEMBLE });
    expect(read(FILE).ensemble).toBeUndefined();
  });

  test('is the same bytes for the same detector, however often it is opened and saved', () => {
    expect(writeDetector(structuredClone(DETECTOR))).toEqual(FILE);
    expect(writeDetector(read(FILE))).toEqual(FILE);
    const slower = DETECTOR.training.epochs.map((epoch) => ({ ...epoch, seconds: 7 }));
    expect(writeDetector({ ...DETECTOR, training: { ...DETECTOR.training, epochs: slower } })).toEqual(FILE);
  });

  test('holds the documented entries', () => {
    const entries = unzipSync(FILE);
    expect(Object.keys(entries).sort()).toEqual([
      'README.md',
      'manifest.json',
      'model.json',
      'templates.json',
      'vocabulary.json',
      'weights.bin',
    ]);
    const card = strFromU8(entries['README.md'] ?? new Uint8Array(0));
    expect(card).toContain('# Detector for app.log');
    expect(card).toContain('500 lines, 66 sessions by blk_<*>');
    expect(card).toContain('validation loss unknown');
  });

  test('its model card tells what sessions are judged by', () => {
    const judgedBy = (detector: Detector) =>
      /A session is judged by (.*), and by nothing else/.exec(modelCard(detector))?.[1];
    expect(judgedBy(DETECTOR)).toBe('the order of its keys');
    expect(judgedBy({ ...DETECTOR, ensemble: ENSEMBLE })).toBe(
      'the order of its keys, how often each comes and how many there are',
    );
    const { models } = ENSEMBLE;
    const { timing, rate } = models.states;
    const [place] = [
      { kind: 'numbers', key: 0 as LogKey, wildcard: 0, nth: 0, unit: '', values: [1], unseen: 1 },
    ] as const;
    const states = {
      ...models.states,
      values: [place],
      timing: { ...timing, pairs: [[place.key, place.key, 'of-key'] as const] },
      rate: { ...rate, keys: [{ key: -1, count: 1, bursts: [] }] as const },
    };
    expect(judgedBy({ ...DETECTOR, ensemble: { ...ENSEMBLE, models: { ...models, states } } })).toMatch(
      /, values at 1 place of its templates, the time between events and how many events come at once$/,
    );
  });

  test.each<Detector['session']>([
    { rule: { by: 'lines', lines: 100 }, label: 'every 100 lines' },
    { rule: { by: 'pause', milliseconds: 1500.5 }, label: 'at pauses' },
    { rule: { by: 'time', milliseconds: 60_000 }, label: 'every minute' },
    { rule: { by: 'identifier', identifier: { kind: 'column', column: 1, name: 'level' } }, label: 'level' },
    { rule: { by: 'identifier', identifier: { kind: 'pattern', source: 'id=(\\w+)' } }, label: 'id' },
  ])('keeps the session rule $label', (session) => {
    expect(read(writeDetector({ ...DETECTOR, session })).session).toEqual(session);
  });
});

describe('is refused, with the reason,', () => {
  test.each(['manifest.json', 'templates.json', 'vocabulary.json', 'weights.bin'])('without %s', (entry) => {
    expect(refusal(without(entry))).toContain(`${entry} is missing in it`);
  });

  test('what is no zip archive', () => {
    for (const bytes of [new Uint8Array(0), strToU8('PK'), strToU8('2008-11-09 a log, not a detector\n'.repeat(50))]) {
      expect(refusal(bytes)).toContain('it is no zip archive, or a damaged one');
    }
  });

  test('an archive that was cut off anywhere', () => {
    for (let length = 0; length < FILE.length; length += 41) refusal(FILE.subarray(0, length));
    refusal(FILE.subarray(0, -1));
  });

  test('a newer format, before anything else is looked at', () => {
    const newer = withJson('manifest.json', () => ({ format: DETECTOR_FORMAT + 1 }));
    expect(refusal(newer)).toContain(`it has format ${DETECTOR_FORMAT + 1}, and this program reads up to`);
    const outcome = readDetector(newer, NAME, compilePattern);
    expect(outcome).toMatchObject({ problem: { advice: 'Open it with a newer Deeplog.' } });
  });

  test('entries that are no JSON', () => {
    const entries = unzipSync(FILE);
    for (const entry of ['manifest.json', 'templates.json', 'vocabulary.json']) {
      expect(refusal(zipSync({ ...entries, [entry]: strToU8('{') }))).toContain(`${entry}: it is no JSON`);
    }
  });

  test('a vocabulary and a model, or templates, that do not belong together', () => {
    const vocabulary = (keys: unknown) => refusal(withJson('vocabulary.json', () => ({ keys })));
    expect(vocabulary([0, 1])).toContain('the model has another number of symbols than vocabulary.json');
    expect(vocabulary([0, 1, 4])).toContain('does not list templates in order');
    expect(vocabulary([0, 2, 1])).toContain('does not list templates in order');
    expect(vocabulary([0, 1, 1])).toContain('does not list templates in order');
    expect(vocabulary([0, 1, -1])).toContain('vocabulary.json: keys.2');
    expect(vocabulary([0, 1, '2'])).toContain('vocabulary.json: keys.2');
  });

  test('templates that point nowhere', () => {
    const templates = (fields: Json) => refusal(withJson('templates.json', (json) => ({ ...json, ...fields })));
    expect(templates({ texts: ['one'] })).toContain('not one text for each template');
    expect(templates({ layers: [[{ key: 4, tokens: [] }]] })).toContain('names a template that it does not hold');
    expect(templates({ catchAll: 4 })).toContain('names a template that it does not hold');
  });

  test('a model of another size than its weights', () => {
    const { model } = JSON.parse(strFromU8(unzipSync(FILE)['manifest.json'] ?? new Uint8Array(0)));
    expect(refusal(withManifest({ model: { ...model, units: 4 } }))).toMatch(/weights\.bin is not \d+ finite numbers/);
    expect(refusal(withManifest({ model: { ...model, layers: 9 } }))).toContain('model.layers');
    expect(refusal(withManifest({ model: { ...model, units: 1e9 } }))).toContain('model.units');
    expect(refusal(withManifest({ model: { ...model, history: 0 } }))).toContain('model.history');
  });

  test('weights that are no numbers', () => {
    const bytes = unzipSync(FILE)['weights.bin']?.slice() ?? new Uint8Array(0);
    new DataView(bytes.buffer).setFloat32(0, Number.NaN, true);
    expect(refusal(zipSync({ ...unzipSync(FILE), 'weights.bin': bytes }))).toContain('finite numbers');
  });

  test('a session rule that cannot be followed', () => {
    const rule = (identifier: Json) =>
      refusal(withManifest({ session: { rule: { by: 'identifier', identifier }, label: '' } }));
    expect(rule({ kind: 'pattern', source: '(' })).toContain('"(", which cannot be used as a pattern');
    expect(rule({ kind: 'column', column: 2, name: 'x' })).toContain('a column that the header does not have');
    expect(rule({ kind: 'sorcery' })).toContain('session.rule');
  });

  test('settings of a classic miner that cannot be used', () => {
    const classic = (fields: Json) =>
      refusal(withJson('templates.json', (json) => ({ ...json, classic: { ...CLASSIC, ...fields } })));
    expect(classic({ masks: ['\\d+', '('] })).toContain('templates.json: The mask ( cannot be used');
    expect(classic({ logFormat: '<Level>' })).toContain('templates.json: The log format <Level> has no <Content>');
    expect(classic({ similarity: 0 })).toContain('classic.similarity');
    expect(classic({ depth: 2 })).toContain('classic.depth');
    expect(classic({ maxChildren: undefined })).toContain('classic.maxChildren');
  });

  test('detectors beside the key model that are of another one, or point nowhere', () => {
    const withEnsemble = (change: (json: Json) => unknown) => {
      const entries = unzipSync(writeDetector({ ...DETECTOR, ensemble: ENSEMBLE }));
      const json: Json = JSON.parse(strFromU8(entries['detectors.json'] ?? new Uint8Array(0)));
      return zipSync({ ...entries, 'detectors.json': strToU8(JSON.stringify(change(json))) });
    };
    const { models } = ENSEMBLE;
    const withState = (states: Json) =>
      withEnsemble((json) => ({ ...json, models: { ...models, states: { ...models.states, ...states } } }));
    const { markov, counts } = models.states;
    expect(refusal(withState({ markov: { ...markov, symbols: 7 } }))).toContain('another number of symbols');
    expect(refusal(withState({ counts: { ...counts, weights: [1] } }))).toContain('unknown symbols');
    expect(refusal(withState({ markov: { ...markov, to: [1] } }))).toContain('steps without a count');
    expect(refusal(withEnsemble(() => ({ models })))).toContain('detectors.json: normal');
  });

  test('held-out scores and settings out of their range', () => {
    expect(refusal(withManifest({ heldOut: { probability: [0.5], rank: [], unseen: 0 } }))).toContain('incomplete');
    expect(refusal(withManifest({ heldOut: { probability: [2], rank: [0], unseen: 0 } }))).toContain('heldOut');
    expect(refusal(withManifest({ settings: { budget: 0, candidates: 'auto' } }))).toContain('settings.budget');
  });
});

describe('what does not belong there', () => {
  beforeAll(() => {
    Object.freeze(Object.prototype);
  });

  test('is dropped, and reaches no prototype', () => {
    const text = (fields: string) => (json: Json) => JSON.parse(`${JSON.stringify(json).slice(0, -1)},${fields}}`);
    const evil = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":1,"extra":[1]';
    for (const entry of ['manifest.json', 'templates.json', 'vocabulary.json']) {
      expect(read(withJson(entry, text(evil)))).toEqual(DETECTOR);
    }
    expect('polluted' in {}).toBe(false);
    expect(read(zipSync({ ...unzipSync(FILE), 'other.js': strToU8('1') }))).toEqual(DETECTOR);
  });

  test('replaces no field that is missing', () => {
    const inherited = withJson('vocabulary.json', () => JSON.parse('{"__proto__":{"keys":[0,1,2]}}'));
    expect(refusal(inherited)).toContain('vocabulary.json: keys');
  });

  afterAll(() => {
    expect(Object.isFrozen(Object.prototype)).toBe(true);
  });
});

test('300 damaged files: none throws, none is half of another, each refusal is a sentence', () => {
  const whole = { ...DETECTOR, ensemble: ENSEMBLE, values: VALUES, memory: MEMORY };
  const refused = new Map<string, number>();
  for (const { how, bytes } of mutatedDetectors(writeDetector(whole), 300, 7)) {
    const outcome = readDetector(bytes, NAME, compilePattern);
    if (!outcome.ok) {
      expect(outcome.problem.message).toMatch(/^app\.deeplog is not a detector this program can use: .*\.$/s);
      refused.set(how, (refused.get(how) ?? 0) + 1);
    } else if (how === 'a value replaced') {
      // Some values may be others; then they are all of the detector, and leave as they came.
      expect(read(writeDetector(outcome.value))).toEqual(outcome.value);
    } else expect([how, outcome.value]).toEqual([how, whole]);
  }
  expect('polluted' in {}).toBe(false);
  // Of 43 or so each; what stands in README.md, model.json and the dates does not count.
  expect(refused.get('cut off')).toBeGreaterThan(40);
  expect(refused.get('a bomb')).toBeGreaterThan(25);
  expect(refused.get('weights that are none')).toBeGreaterThan(40);
  expect(refused.get('members swapped')).toBeGreaterThan(25);
  expect(refused.get('a value replaced')).toBeGreaterThan(20);
});

test('the model of another program is told from a detector', () => {
  for (const model of ['{"format":"layers-model","modelTopology":{}}', '{"class_name":"Sequential","config":{}}']) {
    expect(refusal(strToU8(model))).toContain('it is the model.json of a Keras or TensorFlow.js model');
  }
  expect(refusal(strToU8('{"a":1}'))).toContain('it is no zip archive');
});

test('an entry that unpacks to far more, or to less than it takes, is not unpacked', () => {
  const bomb = zipSync({ ...unzipSync(FILE), 'weights.bin': new Uint8Array(34_000_000) });
  expect(refusal(bomb)).toContain('weights.bin in it unpacks from');
  expect(refusedSize({ name: 'a', size: 200_000, originalSize: 34_000_000 })).toBeUndefined();
  expect(refusedSize({ name: 'a', size: 300_000, originalSize: 10 })).toBe('a in it is larger than it says');
  expect(refusedSize({ name: 'a', size: 2 ** 28, originalSize: 2 ** 28 + 1 })).toBe('a in it is too large');
});

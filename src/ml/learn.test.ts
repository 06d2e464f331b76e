import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KeyModelWeights } from '../core/sequence/key-model.ts';
import { learningTask, type MarkedEvents } from '../core/sequence/learning-task.ts';
import { sessionTable } from '../core/sequence/session-table.fixture.ts';
import { range } from '../core/sequence/split.ts';
import { symbolSequences } from '../core/sequence/symbol-sequences.ts';
import { buildVocabulary } from '../core/sequence/vocabulary.ts';
import { indexWindows } from '../core/sequence/windows.ts';
import { learnFromMarks } from './learn.ts';
import { weightArrays } from './parameters.ts';
import { referenceLoss } from './reference-lstm.fixture.ts';
import { referenceProbabilities } from './reference-lstm.ts';
import { trainKeyModel } from './train.ts';
import { WORKFLOW_OPTIONS, workflowSessions } from './windows.fixture.ts';

const HISTORY = 5;
const TRAINING = 40;
/** Training sessions never log 7 after 5, and end after 7. */
const [ODD, MISSED] = [TRAINING, TRAINING + 1];
const SESSIONS = [...workflowSessions(TRAINING), [0, 1, 3, 2, 5, 7], [0, 1, 3, 2, 7, 7]];
const sequences = symbolSequences(sessionTable(SESSIONS), buildVocabulary(SESSIONS.slice(0, TRAINING).flat()), 8);
const judged = { from: new Int32Array(SESSIONS.length), to: new Int32Array(SESSIONS.length).fill(99) };
const known = { sequences, judged, history: HISTORY };
const training = range(0, TRAINING);
const replayed = indexWindows(sequences, HISTORY, training, judged).set;

const taskOf = (events: Partial<MarkedEvents>, bound = 9, seed = 1) =>
  learningTask(known, { training, normal: [], unwanted: new Map(), ...events }, bound, seed);
const control = { signal: new AbortController().signal };

/** Of the event at a position of a session. */
function surprise(weights: KeyModelWeights, session: number, position: number): number {
  const { begin } = sequences.vocabulary;
  const own = sequences.symbol.subarray(sequences.start[session], sequences.start[session + 1]);
  const window = [...new Array<number>(HISTORY).fill(begin), ...own].slice(position, position + HISTORY);
  return -Math.log(referenceProbabilities(weights, window)[own[position] ?? -1] ?? Number.NaN);
}

let trained: KeyModelWeights;
beforeAll(async () => {
  const { model } = await trainKeyModel(
    replayed,
    undefined,
    WORKFLOW_OPTIONS,
    { onEpoch: () => undefined, shouldStop: () => false, ...control },
    { backend: 'wasm', reason: '' },
  );
  trained = model.weights;
});

describe.each(['cpu', 'wasm'] as const)('on %s', (backend) => {
  test('what is called normal becomes likely, and nothing is forgotten', async () => {
    const shares: number[] = [];
    const before = tf.memory().numTensors;
    const copy = structuredClone(trained);
    const task = taskOf({ normal: [ODD] });
    const learnt = await learnFromMarks(trained, task, backend, { ...control, onProgress: (one) => shares.push(one) });
    expect(surprise(learnt, ODD, 5)).toBeLessThan(surprise(trained, ODD, 5) - 1.5);
    expect(referenceLoss(learnt, replayed)).toBeLessThan(referenceLoss(trained, replayed) + 0.1);
    expect(trained).toEqual(copy);
    expect(shares.at(-1)).toBe(1);
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('what is called anomalous becomes unlikely, as far as the bound and not much further', async () => {
  const unwanted = new Map([[MISSED, 5]]);
  const bound = surprise(trained, MISSED, 5) + 2;
  const learnt = await learnFromMarks(trained, taskOf({ unwanted }, bound), 'wasm', control);
  expect(surprise(learnt, MISSED, 5)).toBeGreaterThan(bound);
  expect(surprise(learnt, MISSED, 5)).toBeLessThan(bound + 4);
  expect(referenceLoss(learnt, replayed)).toBeLessThan(referenceLoss(trained, replayed) + 0.1);
});

test('the same seed gives the same bytes, another one others', async () => {
  const bytes = async (seed: number) =>
    weightArrays(await learnFromMarks(trained, taskOf({ normal: [ODD] }, 9, seed), 'wasm', control));
  const one = await bytes(1);
  expect(await bytes(1)).toEqual(one);
  expect(await bytes(2)).not.toEqual(one);
});

test('learning that is aborted ends, and leaves no tensors', async () => {
  const before = tf.memory().numTensors;
  const abort = new AbortController();
  const run = learnFromMarks(trained, taskOf({ normal: [ODD] }), 'cpu', {
    signal: abort.signal,
    onProgress: () => abort.abort(),
  });
  await expect(run).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  expect(tf.memory().numTensors).toBe(before);
});

test('marks of other windows, or none, are refused', async () => {
  const task = taskOf({ normal: [ODD] });
  const other = { ...task, normal: { ...task.normal, history: 3 } };
  await expect(learnFromMarks(trained, other, 'cpu', control)).rejects.toThrow(RangeError);
  const none = { ...task, normal: { ...task.normal, total: 0 } };
  await expect(learnFromMarks(trained, none, 'cpu', control)).rejects.toThrow('nothing to learn');
});

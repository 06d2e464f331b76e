import { expect, test } from 'vitest';
import { documentTitle } from './document-title.ts';
import { progressOf } from './progress.ts';
import { parsed, scoredState, stateOf, training } from './workbench.fixture.ts';

const reading = (bytesDone: number) =>
  stateOf({
    phase: 'reading',
    names: ['app.log'],
    progress: { bytesDone, bytesTotal: 1000, lines: 123_456, seconds: 2 },
    before: { phase: 'empty' },
  });
const learning = (over: Parameters<typeof training>[0]) =>
  stateOf({ phase: 'training', ...parsed(), ...training(over) });
const plain = (texts: readonly string[] | undefined) => texts?.map((text) => text.replaceAll('\u00a0', ' '));

test('reading says how far, how fast and how long still', () => {
  const progress = progressOf(reading(250));
  expect(progress).toMatchObject({ title: 'Reading app.log', share: 0.25 });
  expect(plain(progress?.details)).toEqual(['123,456 lines', '62,000 lines/s', '6 s left']);
});

test('the end of reading promises no time', () => {
  expect(plain(progressOf(reading(1000))?.details)).toEqual(['123,456 lines', '62,000 lines/s']);
});

test('training counts epochs against their limit, which early stopping may undercut', () => {
  const progress = progressOf(learning({}));
  expect(progress?.share).toBeCloseTo(0.14);
  expect(plain(progress?.details)).toEqual(['epoch 14 of at most 100', 'at most 9.5 s left']);
});

test('a pause promises no time', () => {
  expect(progressOf(learning({ activity: 'paused' }))).toMatchObject({
    title: 'Paused',
    details: ['epoch 14 of at most 100'],
  });
});

test('scoring has a share of its own', () => {
  expect(progressOf(learning({ activity: 'values', learntValues: 0.25 }))).toMatchObject({
    title: 'Learning the numbers in lines',
    share: 0.25,
  });
  expect(progressOf(learning({ activity: 'scoring', scored: 0.5 }))).toMatchObject({ share: 0.5 });
});

test('nothing is said where nothing runs', () => {
  expect(progressOf(scoredState())).toBeUndefined();
  expect(progressOf(stateOf({ phase: 'empty' }))).toBeUndefined();
});

test('the title of the tab follows', () => {
  expect(documentTitle(stateOf({ phase: 'empty' }))).toBe('Deeplog');
  expect(documentTitle(reading(250))).toBe('25 % – app.log – Deeplog');
  expect(documentTitle(learning({ activity: 'starting' }))).toBe('Starting the model – HDFS_5k.log – Deeplog');
  expect(documentTitle(scoredState())).toBe('6 sessions flagged – HDFS_5k.log – Deeplog');
});

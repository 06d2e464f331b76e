import { expect, test } from 'vitest';
import { evidenceOf, KEYS, SYMBOLS } from './evidence.fixture.ts';

const { open, write, close, crash } = KEYS;
const usual = [open, write, close];
const rounded = (values: Float32Array) => Array.from(values, (value) => Number(value.toPrecision(4)));

test('a session is as likely as the least likely of its events and its end', () => {
  const { scores } = evidenceOf([usual, [open, close], [open], [close]]);
  expect(rounded(scores.probability)).toEqual([0.4, 0.09, 0.001, 1e-6]);
  expect([...scores.rank]).toEqual([1, 1, 2, SYMBOLS - 1]);
});

test('a key never trained on is told apart, and does not count as an unlikely event', () => {
  const { scores } = evidenceOf([[open, write, crash, write, close, crash], usual]);
  expect([...scores.unseen]).toEqual([2, -1]);
  expect(rounded(scores.probability)).toEqual([0.3, 0.4]);
});

test('what the data cut off is not judged', () => {
  const sessions = [[open], [write, write, write, write, open], usual];
  const whole = evidenceOf(sessions).scores;
  expect(rounded(whole.probability)).toEqual([0.001, 1e-6, 0.4]);
  const { scores } = evidenceOf(sessions, { openAtEnd: [0, 1], runningAtStart: [1] });
  expect(rounded(scores.probability)).toEqual([0.99, 1e-6, 0.4]);
});

test('a session of which nothing is judged is no surprise', () => {
  const { scores } = evidenceOf([[close]], { openAtEnd: [0], runningAtStart: [0] });
  expect([scores.probability[0], scores.rank[0], scores.unseen[0]]).toEqual([1, -1, -1]);
});

test('a new key is new where the order is not judged, too', () => {
  const { scores } = evidenceOf([[crash]], { openAtEnd: [0], runningAtStart: [0] });
  expect(scores.unseen[0]).toBe(0);
});

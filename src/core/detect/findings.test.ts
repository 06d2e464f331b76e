import { describe, expect, test } from 'vitest';
import type { SessionIndex } from '../base/brand.ts';
import { BEGIN, END, evidenceOf, KEYS, keyModelAlone, SYMBOLS, TEXTS, UNKNOWN } from './evidence.fixture.ts';
import { MAX_SURPRISE } from './finding.ts';
import { explainSession, scorePositions } from './findings.ts';
import type { Threshold } from './threshold.ts';

const { open, write, close, crash } = KEYS;
const BY_PROBABILITY: Threshold = { by: 'probability', surprise: -Math.log(0.01), probability: 0.01, candidates: 1 };
const BY_RANK: Threshold = { by: 'rank', surprise: 50, probability: 0.5, candidates: 3 };

function explain(keys: readonly number[], threshold = BY_PROBABILITY, options: Parameters<typeof evidenceOf>[1] = {}) {
  const { evidence, scores } = evidenceOf([[open, write], keys], options);
  const ensemble = keyModelAlone(scores, threshold.by === 'rank');
  return explainSession(evidence, ensemble, 1 as SessionIndex, threshold);
}

describe('the cause', () => {
  test('a key never trained on is a new template', () => {
    expect(explain([open, crash, write, close])).toMatchObject({
      session: 's1',
      cause: 'new-template',
      detector: 'unseen-key',
      score: MAX_SURPRISE,
      template: 'crash!',
      key: crash,
      probability: 0,
      rank: SYMBOLS,
      // Two lines of the other session, then one before it.
      line: 4,
      firstLine: 3,
      lastLine: 6,
      byteOffset: 30,
      file: 'app.log',
    });
  });

  test('an end that was not likely: the session ended early, at its last line', () => {
    const finding = explain([open]);
    expect(finding).toMatchObject({
      cause: 'ended-early',
      detector: 'lstm',
      key: -1,
      line: 3,
      firstLine: 3,
      lastLine: 3,
    });
    expect(finding?.template).toBe('end of the session');
    expect(finding?.score).toBeCloseTo(-Math.log(0.001), 4);
    expect(finding?.rank).toBe(2);
  });

  test('a key where the end was due: the session ran on', () => {
    expect(explain([open, write, close, write, close])).toMatchObject({ cause: 'ran-on', key: write, line: 6 });
  });

  test('any other unlikely key is unexpected', () => {
    expect(explain([open, open, write, close])).toMatchObject({ cause: 'unexpected-key', key: open, line: 4 });
    expect(explain([close])).toMatchObject({ cause: 'unexpected-key', key: close, line: 3 });
  });

  test('by rank, too', () => {
    expect(explain([open, open, write, close], BY_RANK)).toMatchObject({ cause: 'unexpected-key', line: 4 });
  });
});

test('what was expected instead: the likeliest first, the end by name, no symbol that is no key', () => {
  const finding = explain([open, open, write, close]);
  expect(finding?.expected.slice(0, 3).map(({ key, template }) => [key, template])).toEqual([
    [write, TEXTS[write]],
    [close, TEXTS[close]],
    [-1, 'end of the session'],
  ]);
  expect(finding?.expected.map(({ probability }) => Number(probability.toPrecision(3)))).toEqual([
    0.9, 0.09, 0.001, 1e-6,
  ]);
});

test('a derailed session is explained by where it left the usual path, not by the last surprise', () => {
  // Impossible from the second event on.
  expect(explain([open, open, open, open])?.line).toBe(4);
  // A first surprise that is far smaller than the later one is another story.
  const late = explain([open, write, close, write, close, open, open]);
  expect(late).toMatchObject({ cause: 'ran-on', line: 6 });
  const smallFirst = explain([open, close, open, write, close], { ...BY_PROBABILITY, probability: 0.2 });
  expect(smallFirst).toMatchObject({ cause: 'ran-on', key: open, line: 5 });
});

test('of a quiet session, what is least likely in it', () => {
  expect(explain([open, close])).toMatchObject({ cause: 'unexpected-key', key: close, line: 4 });
});

test('what the data cut off explains nothing', () => {
  expect(explain([open], BY_PROBABILITY, { openAtEnd: [1] })).toMatchObject({ key: open, cause: 'unexpected-key' });
  expect(explain([open], BY_PROBABILITY, { openAtEnd: [1], runningAtStart: [1] })).toBeUndefined();
  expect(explain([crash], BY_PROBABILITY, { openAtEnd: [1], runningAtStart: [1] })).toMatchObject({
    cause: 'new-template',
  });
});

test('the time is that of the event', () => {
  const times = [
    [0, 1000],
    [2000, 3000, 4000],
  ];
  expect(explain([open, open, write], BY_PROBABILITY, { times })?.timestamp).toBe(3000);
  expect(explain([open, open, write])?.timestamp).toBeNaN();
});

test('every position is scored, with its end', () => {
  const { evidence } = evidenceOf([[open, crash, close]], { openAtEnd: [0] });
  const positions = scorePositions(evidence, 0 as SessionIndex);
  expect(positions.map(({ isEnd, unseen, judged }) => [isEnd, unseen, judged])).toEqual([
    [false, false, true],
    [false, true, true],
    [false, false, true],
    [true, false, false],
  ]);
  expect(positions.map(({ probability }) => Number(probability.toPrecision(3)))).toEqual([0.99, 0, 1e-6, 0.95]);
  expect([BEGIN, END, UNKNOWN, SYMBOLS]).toEqual([3, 4, 5, 6]);
});

test('a session of very many events is explained', () => {
  const finding = explain(new Array<number>(200_000).fill(write));
  expect(finding).toMatchObject({ cause: 'unexpected-key', line: 3 });
});

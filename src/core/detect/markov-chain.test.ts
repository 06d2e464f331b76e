import { describe, expect, test } from 'vitest';
import { range } from '../sequence/split.ts';
import { markovChain } from './markov-chain.ts';
import { sequenceLog } from './sequence-log.fixture.ts';

const textOf = (key: number) => ['open <*>', 'write <*>', 'close <*>'][key] ?? 'end';
const USUAL = [0, 1, 1, 2];
const TRAINING = Array<number[]>(30).fill(USUAL);

function judge(...sessions: number[][]) {
  const log = sequenceLog([...TRAINING, ...sessions], { known: [0, 1, 2] });
  return markovChain.judge(markovChain.fit(log, range(0, TRAINING.length)), log);
}

describe('Markov chain', () => {
  test('steps are counted from BEGIN to END', () => {
    const log = sequenceLog([USUAL, USUAL]);
    expect(markovChain.fit(log, [0, 1])).toEqual({
      symbols: 6,
      from: [0, 1, 1, 2, 3],
      to: [1, 1, 2, 4, 0],
      count: [2, 2, 2, 2, 2],
    });
  });

  test('the least likely step is the score', () => {
    const judged = judge(USUAL, [0, 2], [1, 2]);
    expect(judged.score(30)).toBeCloseTo(-Math.log((30 + 31 / 156) / 61));
    expect(judged.score(31)).toBeCloseTo(-Math.log(31 / 156 / 31));
    expect(judged.score(32)).toBeCloseTo(-Math.log(61 / 156 / 31));
  });

  test.each<[string, number[], object]>([
    ['an event out of place', [0, 2], { cause: 'unexpected-key', position: 1 }],
    ['an end that comes early', [0, 1], { cause: 'ended-early', position: 2 }],
    ['events after the end', [0, 1, 1, 2, 2], { cause: 'ran-on', position: 4 }],
    ['an odd beginning', [2], { cause: 'unexpected-key', position: 0 }],
  ])('%s', (_, session, blame) => {
    expect(judge(session).explain(30, textOf)).toMatchObject(blame);
  });

  test('says what is usual instead', () => {
    expect(judge([0, 2]).explain(30, textOf)?.sentence).toMatch(
      /^It logged "close <\*>" after "open <\*>", where "write <\*>" is usual; the chance of this was 0\.6/,
    );
    expect(judge([0, 1]).explain(30, textOf)?.sentence).toMatch(/^The session ended after "write <\*>"/);
    expect(judge([2]).explain(30, textOf)?.sentence).toMatch(/at the beginning, where "open <\*>" is usual/);
  });

  test('a template that training never saw, and what follows it, is not judged', () => {
    expect(judge([0, 7, 1, 1, 2]).score(30)).toBeCloseTo(judge(USUAL).score(30));
  });

  test('the end of a session that is cut off is not judged', () => {
    const log = sequenceLog([...TRAINING, [0, 1]], { cut: [30] });
    const judged = markovChain.judge(markovChain.fit(log, range(0, 30)), log);
    expect(judged.score(30)).toBeLessThan(0.9);
  });

  test('without training sessions every step is as likely', () => {
    const log = sequenceLog([USUAL]);
    expect(markovChain.judge(markovChain.fit(log, []), log).score(0)).toBeCloseTo(Math.log(6));
  });
});

import { expect, test } from 'vitest';
import { type LogFit, otherShape } from './other-shape.ts';

const NAMES = { log: 'b.log', trainedOn: 'a.log', header: '<time> <content>', session: 'job_<*>' };
const LIKE: LogFit = { lines: 1000, headed: 1, headedBefore: 1, unknown: 0.2, inSessions: 0.3 };
const sentence = (fit: Partial<LogFit>) => otherShape({ ...LIKE, ...fit }, NAMES)?.message;

test('a log like the one that was learnt from needs no word', () => {
  expect(sentence({})).toBeUndefined();
  expect(sentence({ headed: 0.3, headedBefore: 0.5 })).toBeUndefined();
});

test.each<[Partial<LogFit>, string]>([
  [{ headed: 0.49 }, 'only 49 % of its lines have the header <time> <content>'],
  [{ headed: 0 }, 'none of its lines have the header <time> <content>'],
  [{ unknown: 0.21 }, "21 % of its lines match none of the detector's templates"],
  [{ inSessions: 0.29 }, 'only 29 % of its lines belong to a session by job_<*>'],
])('%j', (fit, difference) => {
  const said = sentence(fit)?.replaceAll('\u00a0', ' ');
  expect(said).toBe(`b.log is not like a.log, which the detector learnt from: ${difference}.`);
});

test('all differences are said, and a few lines are none', () => {
  expect(sentence({ headed: 0, unknown: 1, inSessions: 0 })?.match(/;/g)).toHaveLength(2);
  expect(sentence({ lines: 19, headed: 0, unknown: 1, inSessions: 0 })).toBeUndefined();
});

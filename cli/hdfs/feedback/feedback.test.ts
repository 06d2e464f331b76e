import { expect, test } from 'vitest';
import { runFeedback } from './command.ts';
import { measureFeedback } from './measure.ts';
import { feedbackTable } from './table.ts';

const USUAL = [0, 1, 1, 2];
const DRIFTED = [0, 1, 2, 2, 1];
const repeat = (session: readonly number[], times: number) => Array.from({ length: times }, () => session);

test('what is marked in one half is flagged no more in the other, and anomalies stay', async () => {
  const files = {
    training: repeat(USUAL, 40),
    normal: [...repeat(USUAL, 8), ...repeat(DRIFTED, 2)],
    abnormal: repeat([2, 2, 2, 0], 4),
  };
  const options = { sessions: 30, budget: 0.001, marks: [1], epochs: 1, seed: 1 };
  const result = await measureFeedback(files, options, () => undefined);
  expect(result).toMatchObject({ trainSessions: 30, measured: 5, static: { marking: 1, falseAlarms: 1, recall: 1 } });
  expect(result.rows).toMatchObject([{ marks: 1, learnt: { marking: 0, falseAlarms: 0, recall: 1 } }]);
  expect(feedbackTable(result)).toContain('1 marks learnt');
});

test('a bad command line or folder is one sentence', async () => {
  const say = () => undefined;
  expect(await runFeedback(['--budget', '2'], say)).toEqual({
    ok: false,
    exitCode: 2,
    sentence: '--budget must be between 0 and 1.',
  });
  expect(await runFeedback(['--sessions', '1'], say)).toMatchObject({ exitCode: 2 });
  expect(await runFeedback(['a', 'b'], say)).toMatchObject({ exitCode: 2 });
  expect(await runFeedback(['no-such-folder'], say)).toEqual({
    ok: false,
    exitCode: 1,
    sentence: 'no-such-folder/train_normal.txt cannot be read.',
  });
});

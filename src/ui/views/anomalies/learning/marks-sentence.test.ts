import { expect, test } from 'vitest';
import { marksSentence } from './marks-sentence.ts';

const REPORT = {
  normal: 2,
  anomalous: 0,
  missing: 0,
  overruled: 0,
  stays: 0,
  flagged: { before: 3, after: 1 },
  falseAlarms: { before: 0, after: 0 },
  heldOut: 9,
  gone: [],
  appeared: [],
  warning: undefined,
};

test('says what was learnt, and what could not be', () => {
  expect(marksSentence(REPORT)).toBe('Learnt: 2 sessions as normal.');
  expect(marksSentence({ ...REPORT, anomalous: 1, missing: 2, overruled: 1, stays: 1 })).toBe(
    'Learnt: 2 sessions as normal, 1 session as an anomaly. Still flagged: 1 session marked as normal, by times, values or a new template. Not in this log: 2 marks. Newer marks say otherwise of 1 mark.',
  );
});

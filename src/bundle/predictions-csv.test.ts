import { expect, test } from 'vitest';
import { type Prediction, predictionsCsv } from './predictions-csv.ts';

const NORMAL: Prediction = {
  session: '=1+1',
  isFlagged: false,
  score: 0.25,
  cause: undefined,
  events: 3,
  firstLine: 4,
  lastLine: 9,
  part: 'rest',
};

test('each session is a row; what a spreadsheet would run is text', () => {
  const odd = { ...NORMAL, session: '7', isFlagged: true, cause: 'ended-early' } as const;
  const [header, first, second] = predictionsCsv([NORMAL, odd]).split('\n');
  expect(header).toBe('"session","flagged","score","cause","events","firstLine","lastLine","part"');
  expect(first).toBe('"\'=1+1","false","0.25","","3","4","9","rest"');
  expect(second).toContain('"7","true","0.25","ended-early"');
});

test('a threshold that labels chose is said in every row', () => {
  const rows = predictionsCsv([NORMAL, NORMAL], true).trimEnd().split('\n');
  expect(rows.map((row) => row.split(',').at(-1))).toEqual(['"threshold"', '"chosen by labels"', '"chosen by labels"']);
});

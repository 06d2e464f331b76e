import { describe, expect, test } from 'vitest';
import { labelsInRows } from './label-rows.ts';

const read = (text: string) =>
  labelsInRows(
    'l.csv',
    text.split('\n').map((row) => row.split(',')),
  );
const pairs = (text: string) => {
  const labels = read(text);
  return typeof labels === 'string' ? labels : [...labels.isAnomalous];
};

describe('labels in rows', () => {
  const expected = [
    ['blk_1', false],
    ['__proto__', true],
  ];

  test.each([
    ['with a title', 'BlockId,Label\nblk_1,Normal\n__proto__,Anomaly'],
    ['without', 'blk_1,Normal\n__proto__,Anomaly'],
    ['in other words', 'id,state\nblk_1,NORMAL\n__proto__,abnormal'],
    ['as numbers below their title', 'id,label\nblk_1,0\n__proto__,1'],
    ['as truth values', 'session,is_anomaly\nblk_1,False\n__proto__,True'],
    ['in front of the id', 'Label,id\nNormal,blk_1\nAnomaly,__proto__'],
  ])('%s', (_, text) => {
    expect(pairs(text)).toEqual(expected);
  });

  test('name the kind of an anomaly behind it', () => {
    const labels = read('id,label,cause\na,Normal,\nb,Anomaly,disk\nc,Anomaly,net');
    expect(typeof labels === 'string' ? labels : [...labels.kind]).toEqual([
      ['b', 'disk'],
      ['c', 'net'],
    ]);
  });

  test('that cannot be read are counted', () => {
    const rows = Array.from({ length: 20 }, (_, at) => `s${at},Normal`);
    expect(read(['id,label', ...rows, 'x,maybe'].join('\n'))).toMatchObject({ unreadRows: 1 });
  });

  test.each([
    ['one column', 'a\nb', 'has one column only: an id and a label are needed in each row'],
    ['numbers without a title', 'a,0\nb,1', 'has no column of labels: its last one holds "1" instead of'],
    ['other words', 'id,state\na,ok\nb,bad', 'has no column of labels: its last one holds "ok", "bad" instead of'],
    ['a log', 'a,b,c,d,e,f,g\n1,2,3,4,5,6,Normal', 'has 7 columns'],
  ])('%s are none', (_, text, sentence) => {
    expect(pairs(text)).toContain(sentence);
  });
});

import { expect, test } from 'vitest';
import { readColumns } from './column-arguments.ts';

test('columns are chosen by role and name', () => {
  expect(readColumns('message=text a,session=__proto__,level=sev')).toEqual({
    time: undefined,
    level: 'sev',
    message: 'text a',
    session: '__proto__',
  });
  expect(readColumns(undefined)).toBeUndefined();
});

test.each(['message', 'host=x', 'time=', ''])('%j names no column', (text) => {
  expect(readColumns(text)).toMatch(/^--columns must/);
});

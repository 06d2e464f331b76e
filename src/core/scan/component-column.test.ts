import { expect, test } from 'vitest';
import { componentColumn, componentName } from './component-column.ts';
import { type HeaderColumn, NO_HEADER } from './header-format.ts';

const word = (name: string): HeaderColumn => ({ name, kind: 'word', format: '' });

test.each([
  [[word('host'), { name: 'component', kind: 'component', format: '' } as const], 'component'],
  [[word('host'), word('Logger')], 'Logger'],
  [[word('host'), word('pid')], 'host'],
  [[word('user'), word('pid')], undefined],
  [[], undefined],
])('of %j', (columns, expected) => {
  expect(componentColumn({ ...NO_HEADER, columns })).toBe(expected);
});

test('of fields of records, in upper or lower case', () => {
  expect(componentName(['time', 'service.name', 'HOST'])).toBe('service.name');
  expect(componentName(['user'])).toBeUndefined();
});

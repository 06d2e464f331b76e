import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactStamp, isoStamp, spacedStamp, syslogStamp } from './stamp.ts';

test('one moment in every form', () => {
  const time = Date.UTC(2024, 2, 1, 9, 5, 2, 7);
  expect(isoStamp(time)).toBe('2024-03-01T09:05:02.007Z');
  expect(spacedStamp(time)).toBe('2024-03-01 09:05:02.007');
  expect(compactStamp(time)).toBe('240301 090502');
  expect(syslogStamp(time)).toBe('Mar  1 09:05:02');
});

test('any moment, whatever was asked before, as the platform formats it', () => {
  const moment = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
  fc.assert(fc.property(moment, (time) => isoStamp(time) === new Date(time).toISOString()));
});

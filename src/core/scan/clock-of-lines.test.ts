import { expect, test } from 'vitest';
import { clockOfLines } from './clock-of-lines.ts';
import { detectHeader } from './detect-header.ts';

test.each([
  ['2024-03-05 10:00:00 INFO started', 'the log names no zone'],
  ['2024-03-05T10:00:00Z INFO started', ''],
  ['2024-03-05T10:00:00.5-07:30 INFO started', 'the log writes UTC-07:30'],
  ['2024-03-05 10:00:00 CEST [12] LOG: started', 'the log writes UTC+02:00'],
  ['2024-03-05 10:00:00 CST [12] LOG: started', 'CST may be several zones, read as UTC'],
  ['1709632800123 INFO started', ''],
  ['no time at all', ''],
])('%s: %s', (line, zone) => {
  expect(clockOfLines([line], detectHeader([line, line]))).toEqual({ counts: 'utc', zone });
});

test('zones that change are all named', () => {
  const lines = ['2024-03-31 01:59:59 CET [12] LOG: on', '2024-03-31 03:00:00 CEST [12] LOG: on'];
  const more = ['2024-03-31 03:00:01 [12] LOG: on', '2024-03-31 03:00:02 IST [12] LOG: on'];
  const zoneOf = (all: readonly string[]) => clockOfLines(all, detectHeader(lines)).zone;
  expect(zoneOf(lines)).toBe('the log writes UTC+01:00 and UTC+02:00');
  expect(zoneOf([...lines, ...more])).toBe(
    'the log writes UTC+01:00 and UTC+02:00; IST may be several zones, read as UTC; some times name no zone',
  );
});

test('seconds since the start of the machine have no zone', () => {
  const line = '[    1.402817] usb usb1: new device';
  expect(clockOfLines([line], detectHeader([line, line]))).toEqual({ counts: 'uptime', zone: '' });
});

import { expect, test } from 'vitest';
import { detectHeader } from './detect-header.ts';
import { zoneOfLines } from './zone-of-lines.ts';

test.each([
  ['2024-03-05 10:00:00 INFO started', 'UTC (assumed)'],
  ['2024-03-05T10:00:00Z INFO started', 'UTC'],
  ['2024-03-05T10:00:00.5-07:30 INFO started', 'UTC-07:30'],
  ['2024-03-05 10:00:00 CEST [12] LOG: started', 'UTC+02:00'],
  ['2024-03-05 10:00:00 CST [12] LOG: started', 'zone CST not known, read as UTC'],
  ['1709632800123 INFO started', 'UTC'],
  ['[    1.402817] usb usb1: new device', 'since the machine started'],
  ['no time at all', ''],
])('%s: %s', (line, zone) => {
  expect(zoneOfLines([line], detectHeader([line, line]))).toBe(zone);
});

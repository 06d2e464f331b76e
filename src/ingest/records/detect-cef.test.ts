import { expect, test } from 'vitest';
import { detectCef } from './detect-cef.ts';
import { sampleRecords } from './sample-records.ts';

const sampleOf = (lines: string[]) => ({ lines, head: new Uint8Array(0), isWhole: true });

function readOf(lines: string[]) {
  const found = detectCef(sampleOf(lines));
  return {
    name: found?.name,
    columns: found?.header.columns.map(({ name, format }) => `${name} ${format}`.trim()),
    lines: found && sampleRecords(found.records, sampleOf(lines)),
  };
}

test('the time of the device goes before that of syslog; keys whose values come again are columns', () => {
  const lines = [1, 2, 3, 4].map(
    (n) => `<9>Mar  5 10:00:0${n} gw CEF:0|v|p|1|${n}|Event ${n}|${n}|rt=170963280000${n} src=10.0.0.${n % 2} spt=${n}`,
  );
  expect(readOf(lines)).toEqual({
    name: 'CEF',
    columns: ['time epoch ms', 'level', 'src'],
    lines: [
      '1709632800001 INFO 10.0.0.1 Event 1',
      '1709632800002 INFO 10.0.0.0 Event 2',
      '1709632800003 INFO 10.0.0.1 Event 3',
      '1709632800004 WARN 10.0.0.0 Event 4',
    ],
  });
});

test('the time of syslog, with priority and version; the level and the event of LEEF', () => {
  const lines = [1, 2, 3].map(
    (n) => `<9>1 2024-03-05T10:00:0${n}Z gw - - - - LEEF:2.0|v|p${n % 2}|1|Login|^|sev=${3 * n}^usrName=ann^n=1`,
  );
  expect(readOf(lines)).toEqual({
    name: 'LEEF',
    columns: ['time YYYY-MM-DDThh:mm:ss', 'level', 'product'],
    lines: [
      '2024-03-05T10:00:01Z INFO p1 Login',
      '2024-03-05T10:00:02Z WARN p0 Login',
      '2024-03-05T10:00:03Z FATAL p1 Login',
    ],
  });
});

test('a word of it in a message is no record', () => {
  expect(detectCef(sampleOf(['parser for CEF: ready', 'LEEF:1.0 is old']))).toBeUndefined();
});

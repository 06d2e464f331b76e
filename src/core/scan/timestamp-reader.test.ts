import { expect, test } from 'vitest';
import { bytesOfUnits } from './bytes.ts';
import { closestFormat, TimestampRecogniser } from './timestamp-formats.ts';
import { TimestampReader } from './timestamp-reader.ts';

const recogniser = new TimestampRecogniser();

function recognise(text: string): { format: string; time: string; rest: string } | undefined {
  const bytes = bytesOfUnits(text);
  const found = recogniser.at(bytes, 0, bytes.length);
  if (!found) return undefined;
  const time = new TimestampReader(found.format).read(bytes, 0, bytes.length);
  return { format: found.format, time: new Date(time).toISOString(), rest: text.slice(found.end) };
}

test.each([
  ['081109 203518 143 INFO', 'YYMMDD hhmmss', '2008-11-09T20:35:18.000Z', ' 143 INFO'],
  ['2015-10-18 18:01:47,978 INFO', 'YYYY-MM-DD hh:mm:ss', '2015-10-18T18:01:47.978Z', ' INFO'],
  ['2017-05-16 00:00:00.008 25746', 'YYYY-MM-DD hh:mm:ss', '2017-05-16T00:00:00.008Z', ' 25746'],
  ['2017-05-16T00:00:00.123456Z x', 'YYYY-MM-DDThh:mm:ss', '2017-05-16T00:00:00.123Z', ' x'],
  ['2022-03-13T17:04:49.490+0200 I', 'YYYY-MM-DDThh:mm:ss', '2022-03-13T15:04:49.490Z', ' I'],
  ['2022-03-13T17:04:49-07:30', 'YYYY-MM-DDThh:mm:ss', '2022-03-14T00:34:49.000Z', ''],
  ['2016-09-28 04:30:30, Info', 'YYYY-MM-DD hh:mm:ss', '2016-09-28T04:30:30.000Z', ', Info'],
  ['2024-06-27 00:00:07 UTC [1]', 'YYYY-MM-DD hh:mm:ss', '2024-06-27T00:00:07.000Z', ' [1]'],
  ['2005-06-03-15.42.50.675872 R02', 'YYYY-MM-DD-hh.mm.ss', '2005-06-03T15:42:50.675Z', ' R02'],
  ['2005.06.03 R02', 'YYYY.MM.DD', '2005-06-03T00:00:00.000Z', ' R02'],
  ['17/06/09 20:10:40 INFO', 'YY/MM/DD hh:mm:ss', '2017-06-09T20:10:40.000Z', ' INFO'],
  ['20171223-22:15:29:606|Step', 'YYYYMMDD-hh:mm:ss', '2017-12-23T22:15:29.606Z', '|Step'],
  ['Sun Dec 04 04:47:44 2005] [x]', 'Day Mon DD hh:mm:ss YYYY', '2005-12-04T04:47:44.000Z', '] [x]'],
  ['17/May/2015:10:05:03 +0200] "GET', 'DD/Mon/YYYY:hh:mm:ss', '2015-05-17T08:05:03.000Z', '] "GET'],
  ['Jul  9 12:16:51 combo', 'Mon DD hh:mm:ss', '2000-07-09T12:16:51.000Z', ' combo'],
  ['Feb 29 12:16:51 combo', 'Mon DD hh:mm:ss', '2000-02-29T12:16:51.000Z', ' combo'],
  ['1/31/2020 1:02:03 PM Info', 'MM/DD/YYYY hh:mm:ss', '2020-01-31T13:02:03.000Z', ' Info'],
  ['31/1/2020 01:02:03', 'DD/MM/YYYY hh:mm:ss', '2020-01-31T01:02:03.000Z', ''],
  ['03-17 16:13:38.811 1702', 'MM-DD hh:mm:ss', '2000-03-17T16:13:38.811Z', ' 1702'],
  ['1117838570 2005', 'epoch s', '2005-06-03T22:42:50.000Z', ' 2005'],
  ['1117838570.25 x', 'epoch s', '2005-06-03T22:42:50.250Z', ' x'],
  ['1446249499322 x', 'epoch ms', '2015-10-30T23:58:19.322Z', ' x'],
  ['1446249499322117 x', 'epoch us', '2015-10-30T23:58:19.322Z', ' x'],
  ['1446249499322117400 x', 'epoch ns', '2015-10-30T23:58:19.322Z', ' x'],
  ['0305 10:00:00.123456 7 x', 'MMDD hh:mm:ss', '2000-03-05T10:00:00.123Z', ' 7 x'],
  ['2024-06-27 00:00:07 CEST [1]', 'YYYY-MM-DD hh:mm:ss', '2024-06-26T22:00:07.000Z', ' [1]'],
  ['2024-06-27 00:00:07 PST x', 'YYYY-MM-DD hh:mm:ss', '2024-06-27T08:00:07.000Z', ' x'],
  ['2024-06-27 00:00:07+02 x', 'YYYY-MM-DD hh:mm:ss', '2024-06-26T22:00:07.000Z', ' x'],
  ['2024-06-27 00:00:07 IST x', 'YYYY-MM-DD hh:mm:ss', '2024-06-27T00:00:07.000Z', ' x'],
  ['2024-06-27 00:00:07 BOOT x', 'YYYY-MM-DD hh:mm:ss', '2024-06-27T00:00:07.000Z', ' BOOT x'],
  ['3/25/2024, 1:00:00 PM x', 'MM/DD/YYYY, hh:mm:ss', '2024-03-25T13:00:00.000Z', ' x'],
  ['25.3.2024, 10:00:00 x', 'DD.MM.YYYY, hh:mm:ss', '2024-03-25T10:00:00.000Z', ' x'],
  ['5-Mar-2024::10:00:00.25 ===', 'DD-Mon-YYYY::hh:mm:ss', '2024-03-05T10:00:00.250Z', ' ==='],
  ['03-05|10:00:00.123] x', 'MM-DD|hh:mm:ss', '2000-03-05T10:00:00.123Z', '] x'],
  ['12:30:01.5 x', 'hh:mm:ss', '1970-01-01T12:30:01.500Z', ' x'],
])('%s', (text, format, time, rest) => {
  expect(recognise(text)).toEqual({ format, time, rest });
});

test.each(['', '-', 'INFO', '2015-13-18 18:01:47', '2015-02-30 10:00:00', '25:01:47', '9117838570', 'Foo 12 10:00:00'])(
  '%j is no time',
  (text) => {
    expect(recognise(text)).toBeUndefined();
  },
);

test('day and month are told apart by the sample: the reading with valid dates, then the one with the shorter span', () => {
  const places = (texts: string[]) => texts.map((text) => ({ bytes: bytesOfUnits(text), start: 0 }));
  const dayFirst = places(['03/04/2015 10:00:00 x', '13/04/2015 10:00:00 x']);
  expect(closestFormat(dayFirst, 'MM/DD/YYYY hh:mm:ss')).toBe('DD/MM/YYYY hh:mm:ss');
  const spanned = places(['03/04/2015 10:00:00 x', '04/04/2015 10:00:00 x', '05/04/2015 10:00:00 x']);
  expect(closestFormat(spanned, 'MM/DD/YYYY hh:mm:ss')).toBe('DD/MM/YYYY hh:mm:ss');
});

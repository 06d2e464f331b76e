import { afterEach, expect, test } from 'vitest';
import { DataEngine } from './data-engine.ts';
import { expectValue } from './pipeline.fixture.ts';

const home = process.env.TZ;
afterEach(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

/** With the minutes by which each is behind UTC in summer. */
const ZONES = new Map([
  ['UTC', 0],
  ['Asia/Kolkata', -330],
  ['America/New_York', 240],
  ['Pacific/Apia', -780],
]);
const LINES = 40;

/** Lines with a stamp each, one a minute. */
function logOf(stamp: (at: Date) => string, from: string): string {
  const lines = Array.from({ length: LINES }, (_, minute) => {
    const at = new Date(Date.parse(from) + 60_000 * minute);
    return `${stamp(at)} INFO job_${minute % 4} step ${minute % 3} took 3,5 ms`;
  });
  return `${lines.join('\n')}\n`;
}

const iso = (at: Date) => at.toISOString().slice(0, 19);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const syslog = (at: Date) =>
  `${MONTHS[at.getUTCMonth()]} ${String(at.getUTCDate()).padStart(2)} ${at.toISOString().slice(11, 19)}`;

const LOGS: readonly (readonly [name: string, text: string, first: string])[] = [
  ['a clock that New York puts forward', logOf(iso, '2024-03-10T01:50:00Z'), '2024-03-10T01:50:00Z'],
  ['a clock that New York puts back', logOf(iso, '2024-11-03T00:50:00Z'), '2024-11-03T00:50:00Z'],
  ['a day that Apia left out', logOf(iso, '2011-12-29T23:50:00Z'), '2011-12-29T23:50:00Z'],
  ['an offset', logOf((at) => `${iso(at)}+05:30`, '2024-03-10T07:20:00Z'), '2024-03-10T01:50:00Z'],
  ['no year, over its end', logOf(syslog, '2023-12-31T23:50:00Z'), '2023-12-31T23:50:00Z'],
];

test.each(LOGS)('times are the same wherever the machine stands: %s', async (_, text, first) => {
  for (const [zone, behind] of ZONES) {
    process.env.TZ = zone;
    expect(new Date('2024-07-01').getTimezoneOffset()).toBe(behind);
    const file = new File([text], 'a.log', { lastModified: Date.parse('2024-12-01T00:00:00Z') });
    const { span, backwardLines } = expectValue(await new DataEngine().open([file], () => undefined));
    const begin = Date.parse(first);
    expect({ zone, span, backwardLines }).toEqual({
      zone,
      span: { first: begin, last: begin + 60_000 * (LINES - 1) },
      backwardLines: 0,
    });
  }
});

test('digits and letters of other scripts are text: nothing is read as a number or folded by the rules of a language', async () => {
  const words = ['İstanbul ısıtıcı', 'IŞIK ışık', '١٢٣ وحدات', '१२३ इकाइयाँ', '１２３ 単位'];
  const text = words.flatMap((word) => Array.from({ length: 10 }, () => `INFO sensor ${word} ready\n`)).join('');
  const engine = new DataEngine();
  expectValue(await engine.open([new File([text], 'a.log')], () => undefined));
  const { templates } = expectValue(await engine.group({ rule: { by: 'lines', lines: 10 }, trainingShare: 1 }));
  expect(templates.reduce((sum, { count }) => sum + count, 0)).toBe(50);
  const lines = expectValue(await engine.viewLines({ lines: [1, 11, 21, 31, 41] }));
  expect(lines.map((line) => line.text)).toEqual(words.map((word) => `INFO sensor ${word} ready`));
});

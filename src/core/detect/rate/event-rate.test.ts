import { describe, expect, test } from 'vitest';
import { createRandom } from '../../base/random.ts';
import { sessionTable } from '../../sequence/session-table.fixture.ts';
import type { SessionTable } from '../../sequence/session-table.ts';
import { range } from '../../sequence/split.ts';
import { burstSurprise, eventRate } from './event-rate.ts';
import { isStream } from './recurrences.ts';

const TEXTS = ['beat', 'disk full', 'login failed'];
const textOf = (key: number) => TEXTS[key] ?? 'END';
const MINUTE = 60_000;
const WINDOW = 10;

/** A beat about every minute, and what else comes after some of them, a second apart; cut every ten lines. */
function log(beats: number, others: ReadonlyMap<number, readonly number[]>): SessionTable {
  const random = createRandom(1);
  const events = range(0, beats).flatMap((beat) => {
    const at = beat * MINUTE + Math.round(1000 * random.uniform());
    const extra = (others.get(beat) ?? []).map((key, index) => ({ key, time: at + 1000 * (index + 1) }));
    return [{ key: 0, time: at }, ...extra];
  });
  const windows = range(0, Math.ceil(events.length / WINDOW)).map((window) =>
    events.slice(window * WINDOW, (window + 1) * WINDOW),
  );
  return sessionTable(
    windows.map((window) => window.map(({ key }) => key)),
    windows.map((window) => window.map(({ time }) => time)),
  );
}

const every = (step: number, from: number, to: number, keys: readonly number[]) =>
  range(from, to)
    .filter((beat) => beat % step === 0)
    .map((beat) => [beat, keys] as const);

describe('event rate', () => {
  const failures = Array.from({ length: 8 }, () => 2);
  const odd = log(
    700,
    new Map([...every(50, 0, 700, [1]), [620, Array.from({ length: 8 }, () => 1)], [680, failures]]),
  );
  const learnt = range(0, 50);
  const norms = eventRate.fit(odd, learnt);
  const judge = eventRate.judge(norms, odd);
  const windowOf = (beat: number) =>
    range(0, odd.count).findLast((window) => (odd.time[odd.start[window] as number] as number) <= beat * MINUTE) ?? -1;

  test('a burst of a rare key stands out', () => {
    const window = windowOf(621);
    expect(judge.score(window)).toBeGreaterThan(10 + Math.max(...learnt.map((one) => judge.score(one))));
    expect(judge.explain(window, textOf)).toMatchObject({ cause: 'unusual-counts' });
    expect(judge.explain(window, textOf)?.sentence.replaceAll('\u00a0', ' ')).toBe(
      '4 times "disk full" came within 3 s; in training so many took 2 h 29 min or more.',
    );
  });

  test('so does one of a template that training never saw', () => {
    const window = windowOf(681);
    expect(judge.score(window)).toBeGreaterThan(10);
    expect(judge.explain(window, textOf)?.sentence.replaceAll('\u00a0', ' ')).toMatch(
      /^\d+ lines of new templates came within \d s; in training none came so close together\.$/,
    );
  });

  test('what comes as often as ever does not', () => {
    const quiet = range(50, odd.count).filter(
      (window) => Math.abs(window - windowOf(620)) > 3 && window < windowOf(680),
    );
    expect(Math.max(...quiet.map((window) => judge.score(window)))).toBeLessThan(3);
  });

  test('every event has a surprise of its own', () => {
    const surprise = burstSurprise(norms, odd);
    const at = range(0, odd.key.length).filter((event) => (surprise[event] as number) > 15);
    expect(new Set(at.map((event) => odd.key[event]))).toEqual(new Set([1, 2]));
  });

  test('what was learnt is plain data', () => {
    const copy = eventRate.judge(JSON.parse(JSON.stringify(norms)), odd);
    expect(range(0, odd.count).map((window) => copy.score(window))).toEqual(
      range(0, odd.count).map((window) => judge.score(window)),
    );
  });

  test('without times, lines are counted', () => {
    const untimed = { ...odd, time: odd.time.map(() => Number.NaN) };
    const lines = eventRate.judge(eventRate.fit(untimed, learnt), untimed);
    expect(lines.explain(windowOf(621), textOf)?.sentence).toContain('came within 3 lines');
  });

  test('sessions of an identifier, and no training windows, have no rates', () => {
    const mixed = { ...odd, line: odd.line.toReversed() };
    expect(isStream(mixed)).toBe(false);
    expect(eventRate.fit(mixed, learnt).keys).toEqual([]);
    expect(eventRate.judge(norms, mixed).score(windowOf(621))).toBe(0);
    expect(eventRate.judge(eventRate.fit(odd, []), odd).score(windowOf(621))).toBe(0);
  });
});

import { expect, test } from 'vitest';
import type { ViewLine } from '../../core/report/log-view.ts';
import type { Outcome } from '../../core/report/problem.ts';
import { LineStore } from './line-store.ts';

const lineOf = (line: number, cut = false): ViewLine => ({
  line,
  text: `line ${line}`,
  cut,
  severity: 'info',
  kind: 'head',
});
const range = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

/** Requests that wait until each is answered. */
function waiting(isCut = false) {
  const requests: { lines: readonly number[]; limit: number | undefined; answer: () => Promise<void> }[] = [];
  const load = (lines: readonly number[], limit?: number) =>
    new Promise<Outcome<readonly ViewLine[]>>((resolve) => {
      const answer = async () => {
        resolve({ ok: true, value: lines.map((line) => lineOf(line, isCut)) });
        await Promise.resolve();
        await Promise.resolve();
      };
      requests.push({ lines, limit, answer });
    });
  return { requests, store: new LineStore(load) };
}

test('one request at a time; then what is wanted last, not what was wanted between', async () => {
  const { requests, store } = waiting();
  store.want(range(1, 3));
  store.want(range(1000, 3));
  store.want(range(2, 4));
  expect(requests.map(({ lines }) => lines)).toEqual([[1, 2, 3]]);
  await requests[0]?.answer();
  expect(requests.map(({ lines }) => lines)).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
  expect(store.get(3)?.text).toBe('line 3');
  expect(store.get(4)).toBeUndefined();
});

test('who listens is told of each answer', async () => {
  const { requests, store } = waiting();
  const seen: number[] = [];
  const stop = store.subscribe(() => seen.push(store.snapshot()));
  store.want([1]);
  await requests[0]?.answer();
  store.want([2]);
  stop();
  await requests[1]?.answer();
  expect(seen).toEqual([1]);
  expect(store.snapshot()).toBe(2);
});

test('lines far from what is in view are forgotten, those in view are not', async () => {
  const { requests, store } = waiting();
  for (let turn = 0; turn < 30; turn++) {
    store.want(range(1 + 100 * turn, 100));
    await requests[turn]?.answer();
  }
  expect(store.get(1)).toBeUndefined();
  expect(store.get(2950)?.line).toBe(2950);
});

test('a line that is cut is read further twice, then no more', async () => {
  const { requests, store } = waiting(true);
  store.want([5]);
  await requests[0]?.answer();
  expect(store.canExpand(5)).toBe(true);
  for (const [index, limit] of [65_536, 1_048_576].entries()) {
    const expanded = store.expand(5);
    expect(requests[index + 1]).toMatchObject({ lines: [5], limit });
    await requests[index + 1]?.answer();
    await expanded;
  }
  expect(store.canExpand(5)).toBe(false);
});

test('a file that cannot be read is asked once, and again when something else is wanted', async () => {
  const problem = { code: 'unreadable-file', message: 'a.log is gone.', advice: 'Open it again.' } as const;
  let asked = 0;
  const store = new LineStore(() => {
    asked++;
    return Promise.resolve(asked === 1 ? { ok: false, problem } : { ok: true, value: [lineOf(2)] });
  });
  store.want([1]);
  await new Promise((resolve) => setTimeout(resolve));
  expect({ asked, problem: store.problem }).toEqual({ asked: 1, problem });
  store.want([2]);
  await new Promise((resolve) => setTimeout(resolve));
  expect({ asked, problem: store.problem }).toEqual({ asked: 2, problem: undefined });
});

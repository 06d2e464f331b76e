import { expect, test } from 'vitest';
import type { LogKey } from '../base/brand.ts';
import { sessionTable } from '../sequence/session-table.fixture.ts';
import { range } from '../sequence/split.ts';
import { oddEvents } from './odd-events.ts';
import { stepTime } from './timing/step-time.ts';
import { eventValue } from './values/event-value.ts';

const TEXTS = ['open', 'wrote <*> bytes'];
const textOf = (key: number) => TEXTS[key] ?? 'END';

test('tells of the events that are odd by themselves, in order', () => {
  const usual = range(0, 200).map((row) => ({ times: [0, 100 + (row % 10)], size: 50 + (row % 20) }));
  const rows = [...usual, { times: [0, 900], size: 5000 }];
  const sessions = sessionTable(
    rows.map(() => [0, 1]),
    rows.map(({ times }, row) => times.map((time) => 10_000 * row + time)),
  );
  const values = {
    slots: [{ key: 1 as LogKey, wildcard: 0, nth: 0, kind: 'number', unit: '' } as const],
    firstSlot: Int32Array.of(0, 0, 1),
    at: Uint32Array.from({ length: 2 * rows.length + 1 }, (_, line) => line >> 1),
    value: Float32Array.from(rows, ({ size }) => size),
    words: [],
  };
  const log = { sessions, values };
  const learnt = { timing: stepTime.fit(sessions, range(0, 200)), values: eventValue.fit(log, range(0, 200)) };
  expect(oddEvents(log, learnt, 7, textOf)).toEqual([]);
  expect(oddEvents(log, learnt, 200, textOf)).toEqual([
    {
      cause: 'slow-step',
      position: 1,
      sentence: expect.stringMatching(/^"wrote <\*> bytes" came 900.ms after "open"/),
    },
    { cause: 'odd-parameter', position: 1, sentence: '"wrote <*> bytes" came with 5,000 as <*> 1; 50 to 69 is usual.' },
  ]);
});

import { expect, test } from 'vitest';
import { watchPageLife } from './page-life.ts';

/** A document whose clock and events the test has in hand. */
function fakePage() {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' }) as unknown as Document;
  const clock = { now: 0 };
  const heard: (number | 'shown')[] = [];
  watchPageLife(page, () => clock.now, {
    frozen: (milliseconds) => heard.push(milliseconds),
    shown: () => heard.push('shown'),
  });
  const at = (now: number, type: string) => {
    clock.now = now;
    page.dispatchEvent(new Event(type));
  };
  return { page, heard, at };
}

test('how long a tab was frozen is said when it goes on', () => {
  const { heard, at } = fakePage();
  at(1_000, 'freeze');
  at(61_000, 'resume');
  at(62_000, 'freeze');
  at(62_900, 'resume');
  at(90_000, 'resume');
  expect(heard).toEqual([60_000]);
});

test('it is told when somebody looks at the page again, not when they look away', () => {
  const { page, heard, at } = fakePage();
  Object.assign(page, { visibilityState: 'hidden' });
  at(1, 'visibilitychange');
  expect(heard).toEqual([]);
  Object.assign(page, { visibilityState: 'visible' });
  at(2, 'visibilitychange');
  expect(heard).toEqual(['shown']);
});

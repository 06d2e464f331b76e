import { useState } from 'react';
import { flushSync } from 'react-dom';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from './mount.fixture.tsx';
import { usePaced } from './use-paced.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

let setCount: (count: number) => void = () => undefined;
let renders = 0;

function Paced({ count }: { readonly count: number }) {
  const shown = usePaced(count, 200);
  return <p data-count={count}>shown {shown}</p>;
}

function Counter() {
  const [count, set] = useState(0);
  setCount = (next) => flushSync(() => set(next));
  renders++;
  return <Paced count={count} />;
}

test('values that come faster than wanted are skipped, the last one is shown', () => {
  mount(<Counter />);
  const text = () => page.getByText(/^shown/).element().textContent;
  expect(text()).toBe('shown 0');
  for (let count = 1; count <= 50; count++) setCount(count);
  expect(renders).toBeGreaterThan(50);
  expect(text()).toBe('shown 0');
  flushSync(() => vi.advanceTimersByTime(200));
  expect(text()).toBe('shown 50');
  setCount(51);
  expect(text()).toBe('shown 50');
  flushSync(() => vi.advanceTimersByTime(200));
  expect(text()).toBe('shown 51');
});

import { useEffect, useState } from 'react';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../mount.fixture.tsx';
import { useTurn } from './use-turn.ts';

interface ChartProps {
  readonly name: string;
  readonly onDrawn: (name: string) => void;
}

function Chart({ name, onDrawn }: ChartProps) {
  const isDrawn = useTurn();
  useEffect(() => {
    if (isDrawn) onDrawn(name);
  }, [isDrawn, name, onDrawn]);
  return isDrawn ? <p>chart {name}</p> : null;
}

test('a page is there before its charts, which come one after another in frames of their own', async () => {
  let frame = 0;
  const count = () => {
    frame++;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  const drawn: [string, number][] = [];
  const onDrawn = (name: string) => drawn.push([name, frame]);
  mount(
    <>
      <h1>Page</h1>
      <Chart name="a" onDrawn={onDrawn} />
      <Gone name="b" onDrawn={onDrawn} />
      <Chart name="c" onDrawn={onDrawn} />
      <Chart name="d" onDrawn={onDrawn} />
    </>,
  );
  expect(page.getByRole('heading').elements()).toHaveLength(1);
  expect(page.getByText(/^chart/).elements()).toEqual([]);
  await expect.poll(() => drawn.map(([name]) => name)).toEqual(['a', 'c', 'd']);
  expect(new Set(drawn.map(([, at]) => at)).size).toBe(3);
});

/** Leaves the page before its turn. */
function Gone(props: ChartProps) {
  const [isThere, setThere] = useState(true);
  useEffect(() => setThere(false), []);
  return isThere ? <Chart {...props} /> : null;
}

import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '../../../app/commands.ts';
import { DEFAULT_SETTINGS } from '../../../app/pipeline.ts';
import type { State } from '../../../app/state.ts';
import { mount } from '../../mount.fixture.tsx';
import { parsed, stateOf, workbenchOf } from '../../workbench.fixture.ts';
import { PeriodChart } from './PeriodChart.tsx';

const { log } = parsed();
const FIRST = log.span?.first ?? 0;
const END = (log.span?.last ?? 0) + 1;
const STEP = 15_000;

function mountChart(over: Partial<State> = {}, shown = log) {
  const change = vi.fn<Commands['change']>();
  mount(<PeriodChart log={shown} />, workbenchOf(stateOf({ phase: 'parsed', ...parsed() }, over), { change }));
  return change;
}

const withPeriod = (from: number, to: number) => ({
  settings: { ...DEFAULT_SETTINGS, trainingPeriod: { from, to } },
});

test('dragging over the bars chooses the training period', async () => {
  const change = mountChart();
  const plot = page.getByRole('figure', { name: 'Lines over time' }).getByRole('application');
  await expect.element(plot).toBeVisible();
  const { width, height } = plot.element().getBoundingClientRect();
  await userEvent.dragAndDrop(plot, plot, {
    sourcePosition: { x: width * 0.3, y: height / 2 },
    targetPosition: { x: width * 0.6, y: height / 2 },
  });
  await vi.waitFor(() => expect(change).toHaveBeenCalledTimes(1));
  const { from, to } = change.mock.lastCall?.[0].trainingPeriod ?? { from: 0, to: 0 };
  expect((from - FIRST) % STEP).toBe(0);
  expect(to - from).toBeGreaterThan(10 * STEP);
  expect(to).toBeLessThan(END);
});

test('its ends can be typed, in UTC, and it can be cleared', async () => {
  const change = mountChart(withPeriod(FIRST, FIRST + 60_000));
  const until = page.getByLabelText('Train until (UTC)');
  await expect.element(until).toHaveValue('2008-11-09T20:36:18');
  await until.fill('2008-11-09T20:40:00.000');
  await userEvent.keyboard('{Enter}');
  expect(change.mock.calls).toEqual([[{ trainingPeriod: { from: FIRST, to: Date.UTC(2008, 10, 9, 20, 40) } }]]);
  await page.getByRole('button', { name: 'Clear' }).click();
  expect(change.mock.lastCall).toEqual([{ trainingPeriod: undefined }]);
});

test('a log without times is cut by its lines', async () => {
  const change = mountChart({}, { ...log, span: undefined });
  await page.getByLabelText('Train to line').fill('2000');
  await userEvent.keyboard('{Enter}');
  expect(change.mock.calls).toEqual([[{ trainingPeriod: { from: 0, to: 2000 } }]]);
});

test('a detector has learnt already', async () => {
  mountChart({
    detector: { name: 'd', trainedOn: 'a', templates: 1, sessionLabel: 'id', history: 10, trainLoss: 0.5 },
  });
  expect(page.getByRole('button', { name: 'Clear' }).elements()).toEqual([]);
});

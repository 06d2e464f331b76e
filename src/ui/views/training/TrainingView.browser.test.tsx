import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Training } from '../../../app/state.ts';
import { mount } from '../../mount.fixture.tsx';
import { parsed, scored, scoredState, stateOf, training, workbenchOf } from '../../workbench.fixture.ts';
import { TrainingView } from './TrainingView.tsx';

const title = page.getByRole('heading', { level: 1 });

function mountTraining(over: Partial<Training>, commands = {}) {
  mount(<TrainingView />, workbenchOf(stateOf({ phase: 'training', ...parsed(), ...training(over) }), commands));
}

test('training says where it is, and can be stopped and paused', async () => {
  const stopAndKeep = vi.fn();
  const pause = vi.fn();
  mountTraining({}, { stopAndKeep, pause });
  await expect.element(title).toHaveTextContent('Training: epoch 14, loss 0.47');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Stop and keep' }).click();
  expect(pause).toHaveBeenCalledWith(true);
  expect(stopAndKeep).toHaveBeenCalledOnce();
});

test('paused training can go on', async () => {
  const pause = vi.fn();
  mountTraining({ activity: 'paused' }, { pause });
  await page.getByRole('button', { name: 'Resume' }).click();
  expect(pause).toHaveBeenCalledWith(false);
});

test('there is nothing to keep before the first epoch', async () => {
  mountTraining({ activity: 'starting', epochs: [], backend: undefined });
  await expect.element(page.getByRole('button', { name: 'Stop and keep' })).toBeDisabled();
  await expect.element(page.getByText('The first epoch over the training windows is not done yet.')).toBeVisible();
});

test('how training ended, what it was made from, and training again', async () => {
  const [trainAgain, continueTraining] = [vi.fn(), vi.fn()];
  const commands = { trainAgain, continueTraining };
  mount(<TrainingView />, workbenchOf(stateOf({ phase: 'scored', ...parsed(), ...scored() }), commands));
  await expect.element(title).toHaveTextContent('Trained in 42 epochs, stopped early');
  await expect.element(page.getByText('412 distinct')).toBeVisible();
  await expect.element(page.getByText('a step took 31 ms', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Train again' }).click();
  expect(trainAgain).toHaveBeenCalledOnce();
  await page.getByRole('button', { name: 'Train 30 epochs more' }).click();
  expect(continueTraining).toHaveBeenCalledOnce();
});

test('time left, speed and memory stand beside the model while it trains', async () => {
  const modelMemory = () => Promise.resolve({ tensors: 61, tensorBytes: 1_500_000, heapBytes: undefined });
  mountTraining({}, { modelMemory });
  await expect.element(page.getByText('in 61 tensors')).toBeVisible();
  await expect.element(page.getByText('at most; it stops when nothing improves', { exact: true })).toBeVisible();
  await expect.element(page.getByText('24,455')).toBeVisible();
});

test('earlier runs are listed with what they had otherwise, and drawn', async () => {
  const { settings } = scoredState();
  const run = (number: number, over: object) => ({ number, settings: { ...settings, ...over }, model: scored().model });
  const runs = [run(1, { seed: 4 }), run(2, { history: 6, backend: 'cpu' }), run(3, {})];
  mount(<TrainingView />, workbenchOf(scoredState({ runs })));
  const rows = page.getByRole('table', { name: 'Earlier runs' }).getByRole('row');
  await expect.element(rows.nth(1)).toHaveTextContent(/^20\.267424\.6.*WASMHistory 6, Backend cpu$/);
  await expect.element(rows.nth(2)).toHaveTextContent(/^10\.267424\.6.*WASMSeed 4$/);
  expect(rows.elements()).toHaveLength(3);
  const chart = page.getByRole('figure', { name: 'Training loss' });
  await expect.element(chart.getByText('run 1')).toBeInTheDocument();
  await expect.element(chart.getByText('run 2')).toBeInTheDocument();
  await expect.element(chart.getByText('earlier runs, held-out')).toBeVisible();
});

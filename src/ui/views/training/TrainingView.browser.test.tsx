import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Training } from '../../../app/state.ts';
import { mount } from '../../mount.fixture.tsx';
import { parsed, scored, stateOf, training, workbenchOf } from '../../workbench.fixture.ts';
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
  const trainAgain = vi.fn();
  mount(<TrainingView />, workbenchOf(stateOf({ phase: 'scored', ...parsed(), ...scored() }), { trainAgain }));
  await expect.element(title).toHaveTextContent('Trained in 42 epochs, stopped early');
  await expect.element(page.getByText('412 distinct')).toBeVisible();
  await expect.element(page.getByText('a step took 31 ms', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Train again' }).click();
  expect(trainAgain).toHaveBeenCalledOnce();
});

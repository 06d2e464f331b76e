import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '../mount.fixture.tsx';
import { scoredState, workbenchOf } from '../workbench.fixture.ts';
import { Settings } from './Settings.tsx';

function mountSettings() {
  const change = vi.fn();
  mount(<Settings />, workbenchOf(scoredState(), { change }));
  return change;
}

test('a number counts once it is finished, not while it is typed', async () => {
  const change = mountSettings();
  const history = page.getByLabelText('History');
  await history.fill('25');
  expect(change).not.toHaveBeenCalled();
  await userEvent.keyboard('{Enter}');
  expect(change).toHaveBeenCalledExactlyOnceWith({ history: 25 });
});

test('leaving the field finishes it; the same number again is no change', async () => {
  const change = mountSettings();
  await page.getByLabelText('Seed').fill('7');
  await userEvent.tab();
  await page.getByLabelText('Epochs').fill('100');
  await userEvent.tab();
  expect(change).toHaveBeenCalledExactlyOnceWith({ seed: 7 });
});

test('what is out of range is taken back', async () => {
  const change = mountSettings();
  const history = page.getByLabelText('History');
  await history.fill('0');
  await userEvent.tab();
  await expect.element(history).toHaveValue(10);
  expect(change).not.toHaveBeenCalled();
});

test('no number of candidates means: choose it', async () => {
  const change = vi.fn();
  const state = scoredState();
  const settings = { ...state.settings, candidates: 5 };
  mount(<Settings />, workbenchOf({ ...state, settings }, { change }));
  await page.getByLabelText('Candidates').clear();
  await userEvent.tab();
  expect(change).toHaveBeenCalledExactlyOnceWith({ candidates: 'auto' });
});

test('the backend can be chosen', async () => {
  const change = mountSettings();
  await page.getByLabelText('Backend').selectOptions('wasm');
  expect(change).toHaveBeenCalledExactlyOnceWith({ backend: 'wasm' });
});

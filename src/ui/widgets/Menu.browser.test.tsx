import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '../mount.fixture.tsx';
import { Menu } from './Menu.tsx';

const opener = page.getByLabelText('Save chart');
const first = page.getByRole('button', { name: 'As picture' });

function mountMenu() {
  const run = vi.fn();
  const actions = [
    { text: 'As picture', run },
    { text: 'As data', run: () => undefined },
  ];
  mount(
    <>
      <Menu text="Save" name="Save chart" actions={actions} />
      <button type="button">Elsewhere</button>
    </>,
  );
  return run;
}

test('opens with the keyboard, does what is chosen, and closes', async () => {
  const run = mountMenu();
  expect(first.query()).toBeNull();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(first).toBeVisible();
  await userEvent.keyboard('{Tab}{Enter}');
  expect(run).toHaveBeenCalledOnce();
  expect(first.query()).toBeNull();
});

test('Escape closes it and gives the focus back', async () => {
  const run = mountMenu();
  await opener.click();
  await userEvent.keyboard('{Tab}{Escape}');
  expect(first.query()).toBeNull();
  await expect.element(opener).toHaveFocus();
  expect(run).not.toHaveBeenCalled();
});

test('closes when the focus goes elsewhere', async () => {
  mountMenu();
  await opener.click();
  await expect.element(first).toBeVisible();
  await page.getByRole('button', { name: 'Elsewhere' }).click();
  expect(first.query()).toBeNull();
});

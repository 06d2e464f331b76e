import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../theme.css';
import { mount } from '../mount.fixture.tsx';
import { ThemeField } from './ThemeField.tsx';
import { chooseTheme } from './theme.ts';

afterEach(() => {
  vi.restoreAllMocks();
  chooseTheme('system');
});

const background = () => getComputedStyle(document.body).backgroundColor;

test('a theme that is chosen is drawn and kept, that of the system is not', async () => {
  mount(<ThemeField />);
  const field = page.getByLabelText('Theme');
  await expect.element(field).toHaveValue('system');
  await field.selectOptions('Dark');
  const dark = background();
  expect(localStorage.getItem('deeplog-theme')).toBe('dark');
  await field.selectOptions('Light');
  expect(background()).not.toBe(dark);
  expect(document.documentElement.dataset.theme).toBe('light');
  await field.selectOptions('System');
  expect(localStorage.getItem('deeplog-theme')).toBeNull();
  expect(document.documentElement.dataset.theme).toBeUndefined();
});

test('where the browser keeps nothing the choice still counts', async () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('The quota is 0.', 'QuotaExceededError');
  });
  mount(<ThemeField />);
  await page.getByLabelText('Theme').selectOptions('Dark');
  expect(document.documentElement.dataset.theme).toBe('dark');
});

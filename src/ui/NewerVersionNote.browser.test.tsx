import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from './mount.fixture.tsx';
import { NewerVersionNote } from './NewerVersionNote.tsx';
import { scoredState, stateOf, workbenchOf } from './workbench.fixture.ts';

const takeNewerVersion = vi.fn();
const leaveNewerVersion = vi.fn();
const commands = { takeNewerVersion, leaveNewerVersion };
const button = (name: string) => page.getByRole('button', { name, exact: true });

beforeEach(() => {
  vi.clearAllMocks();
});

test('on the start page a newer version is loaded at once', async () => {
  mount(<NewerVersionNote />, workbenchOf(stateOf({ phase: 'empty' }, { newerVersion: true }), commands));
  await button('Reload').click();
  expect(takeNewerVersion).toHaveBeenCalledOnce();
});

test('where a log is open it asks again, and can wait', async () => {
  mount(<NewerVersionNote />, workbenchOf(scoredState({ newerVersion: true }), commands));
  await button('Reload').click();
  expect(takeNewerVersion).not.toHaveBeenCalled();
  await expect.element(page.getByRole('status')).toHaveTextContent('Reloading closes the log that is open');
  await button('Later').click();
  expect(leaveNewerVersion).toHaveBeenCalledOnce();
  await button('Reload').click();
  await button('Reload anyway').click();
  expect(takeNewerVersion).toHaveBeenCalledOnce();
});

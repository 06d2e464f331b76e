import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '../../../app/commands.ts';
import { DEFAULT_SETTINGS } from '../../../app/pipeline.ts';
import type { State } from '../../../app/state.ts';
import { mount } from '../../mount.fixture.tsx';
import { parsed, stateOf, workbenchOf } from '../../workbench.fixture.ts';
import { FormatSetting } from './FormatSetting.tsx';

const { log } = parsed();

function mountSetting(over: Partial<State> = {}, shown = log) {
  const change = vi.fn<Commands['change']>();
  mount(<FormatSetting log={shown} />, workbenchOf(stateOf({ phase: 'parsed', ...parsed() }, over), { change }));
  return change;
}

test('formats are listed with their shares, and one click or key takes another', async () => {
  const change = mountSetting();
  const group = page.getByRole('group', { name: 'Format' });
  const radios = group.getByRole('radio');
  expect(radios.elements().map((radio) => radio.closest('label')?.textContent)).toEqual([
    'Lines of text with a header<date> <time> <pid> <level> <component>: <content>99.9\u00a0%',
    'logfmt<content>12\u00a0%',
    'Noneall of a line is content–',
  ]);
  await expect.element(radios.nth(0)).toBeChecked();
  await userEvent.click(radios.nth(1));
  await userEvent.click(radios.nth(2));
  expect(change.mock.calls).toEqual([[{ format: 'logfmt' }], [{ format: 'none' }]]);
});

test('the first is what the log itself tells', async () => {
  const formats = log.formats.map((format) => ({ ...format, chosen: false }));
  const change = mountSetting({ settings: { ...DEFAULT_SETTINGS, format: 'none' } }, { ...log, formats });
  await expect.element(page.getByRole('radio', { name: 'None' })).toBeChecked();
  await userEvent.click(page.getByRole('radio').nth(0));
  expect(change.mock.calls).toEqual([[{ format: 'auto' }]]);
});

test('where no line has a header, nothing is listed twice', () => {
  const formats = [{ name: 'Lines of text', header: '<content>', share: 1, chosen: true }];
  mountSetting({}, { ...log, formats });
  expect(page.getByRole('radio').elements()).toHaveLength(1);
});

test('a detector brings its own format', async () => {
  const detector = { name: 'd', trainedOn: 'a', templates: 1, sessionLabel: 'id', history: 10, trainLoss: 0.5 };
  mountSetting({ detector });
  expect(page.getByRole('radio').elements()).toEqual([]);
  await expect.element(page.getByText('Format: Lines of text with a header')).toBeVisible();
});

test('among several formats it says which files the choice is for', async () => {
  const row = { header: '<content>', firstFile: 'a', lines: 1, matched: 1 };
  const fileFormats = [
    { ...row, name: 'logfmt', files: 2 },
    { ...row, name: 'JSON Lines', files: 1 },
  ];
  mountSetting({}, { ...log, fileFormats });
  await expect.element(page.getByText('that of the 2 files with most bytes; the others keep their own')).toBeVisible();
});

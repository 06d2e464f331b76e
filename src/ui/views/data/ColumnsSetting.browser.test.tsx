import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Commands } from '../../../app/commands.ts';
import { DEFAULT_SETTINGS } from '../../../app/pipeline.ts';
import type { Settings } from '../../../app/state.ts';
import type { LogReport } from '../../../core/report/log-report.ts';
import { mount } from '../../mount.fixture.tsx';
import { parsed, stateOf, workbenchOf } from '../../workbench.fixture.ts';
import { ColumnsSetting } from './ColumnsSetting.tsx';

const { log } = parsed();
const table: LogReport = { ...log, header: { ...log.header, fieldChoices: ['when', 'host', 'text'] } };

function mountSetting(columns: Settings['columns'], shown = table) {
  const change = vi.fn<Commands['change']>();
  const state = stateOf({ phase: 'parsed', ...parsed() }, { settings: { ...DEFAULT_SETTINGS, columns } });
  mount(<ColumnsSetting log={shown} />, workbenchOf(state, { change }));
  return change;
}

const select = (name: string) => page.getByRole('combobox', { name });
const optionsOf = (name: string) => [...select(name).element().querySelectorAll('option')].map(({ text }) => text);

test('any column can be the time, the level, the message or the session', async () => {
  const change = mountSetting(undefined);
  for (const name of ['Time column', 'Level column', 'Message column', 'Session column']) {
    await expect.element(select(name)).toHaveDisplayValue('Found by itself');
    expect(optionsOf(name)).toEqual(['Found by itself', 'when', 'host', 'text']);
  }
  await select('Message column').selectOptions('host');
  await select('Session column').selectOptions('text');
  expect(change.mock.calls).toEqual([
    [{ columns: { message: 'host' } }],
    [{ columns: { session: 'text' }, sessionRule: 'auto' }],
  ]);
});

test('a chosen column is no other one, and can be given back', async () => {
  const change = mountSetting({ message: 'host', time: undefined });
  await expect.element(select('Message column')).toHaveDisplayValue('host');
  expect(optionsOf('Time column')).toEqual(['Found by itself', 'when', 'text']);
  await select('Time column').selectOptions('when');
  await select('Message column').selectOptions('Found by itself');
  expect(change.mock.calls).toEqual([[{ columns: { message: 'host', time: 'when' } }], [{ columns: undefined }]]);
});

test('a time column without times says so', async () => {
  mountSetting({ time: 'host' }, { ...table, span: undefined });
  await expect.element(select('Time column')).toHaveAccessibleDescription('No times are known in "host".');
});

test('a column of another format is not chosen here', async () => {
  mountSetting({ message: 'msg' });
  await expect.element(select('Message column')).toHaveDisplayValue('Found by itself');
});

test('lines of text have no columns to choose from', () => {
  mountSetting(undefined, log);
  expect(page.getByRole('combobox').elements()).toEqual([]);
});

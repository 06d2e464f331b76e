import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Commands } from '../../../app/commands.ts';
import { DEFAULT_CLASSIC, DEFAULT_SETTINGS } from '../../../app/pipeline.ts';
import type { State } from '../../../app/state.ts';
import { mount } from '../../mount.fixture.tsx';
import { parsed, stateOf, workbenchOf } from '../../workbench.fixture.ts';
import { ParserSetting } from './ParserSetting.tsx';

const { log } = parsed();
const field = (label: string) => page.getByLabelText(label, { exact: true });

function mountSetting(over: Partial<State> = {}, shown = log) {
  const change = vi.fn<Commands['change']>();
  mount(<ParserSetting log={shown} />, workbenchOf(stateOf({ phase: 'parsed', ...parsed() }, over), { change }));
  return change;
}

test('classic Drain shows its settings, and runs after they are applied', async () => {
  const change = mountSetting();
  expect(field('Similarity').elements()).toEqual([]);
  await field('Parser').selectOptions('Classic Drain');
  expect(change).not.toHaveBeenCalled();
  await field('Similarity').fill('0.4');
  await field('Masks').fill('blk_-?\\d+\n(\\d+\\.){3}\\d+');
  await field('Log format').fill('<Date> <Time> <Content>');
  await page.getByRole('button', { name: 'Apply' }).click();
  const parsing = {
    ...DEFAULT_CLASSIC,
    similarity: 0.4,
    masks: ['blk_-?\\d+', '(\\d+\\.){3}\\d+'],
    logFormat: '<Date> <Time> <Content>',
  };
  expect(change.mock.calls).toEqual([[{ parsing }]]);
});

test('what is out of range is not applied', async () => {
  const change = mountSetting();
  await field('Parser').selectOptions('Classic Drain');
  await field('Depth').fill('2');
  await page.getByRole('button', { name: 'Apply' }).click();
  expect(change).not.toHaveBeenCalled();
});

test('settings in force are shown with what masks cost, and leaving them reads again', async () => {
  const settings = { ...DEFAULT_SETTINGS, parsing: { ...DEFAULT_CLASSIC, masks: ['a+', 'b+'] } };
  const classic = { masks: 2, unparsedLines: 0, unparsed: [], widenedLines: 0 };
  const change = mountSetting({ settings }, { ...log, lines: 5000, secondsToRead: 2, classic });
  await expect.element(field('Masks')).toHaveValue('a+\nb+');
  await expect.element(page.getByText('With these 2 masks, 2,500 lines a second were read.')).toBeVisible();
  await field('Parser').selectOptions('Automatic');
  expect(change.mock.calls).toEqual([[{ parsing: 'auto' }]]);
});

test('a detector brings its own parser', () => {
  const detector = { name: 'd', trainedOn: 'a', templates: 1, sessionLabel: 'id', history: 10, trainLoss: 0.5 };
  mountSetting({ detector });
  expect(field('Parser').elements()).toEqual([]);
});

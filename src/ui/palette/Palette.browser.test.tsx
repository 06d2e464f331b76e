import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '../../app/commands.ts';
import type { Analysis, State, Training } from '../../app/state.ts';
import { mount } from '../mount.fixture.tsx';
import { TopBar } from '../TopBar.tsx';
import { parsed, scored, scoredState, stateOf, training, workbenchOf } from '../workbench.fixture.ts';
import { actionsOf } from './actions.ts';

function mountBar(state: State, commands: Partial<Commands> = {}) {
  mount(<TopBar />, workbenchOf(state, commands));
}

const found = page.getByRole('listbox', { name: 'Found' });
const field = page.getByRole('combobox', { name: 'Search' });
const entries = () =>
  found
    .getByRole('option')
    .elements()
    .map((element) => element.textContent);
const chosen = () => document.querySelector('[aria-selected="true"]')?.textContent;

async function lookFor(query: string) {
  await userEvent.keyboard('{Control>}k{/Control}');
  await field.fill(query);
}

test('Ctrl K finds a page by its name and Enter goes there', async () => {
  const show = vi.fn();
  mountBar(scoredState(), { show });
  await lookFor('work');
  await vi.waitFor(() => expect(chosen()).toBe('Workflow'));
  expect(field.element().getAttribute('aria-activedescendant')).toBe(
    document.querySelector('[aria-selected="true"]')?.id,
  );
  await userEvent.keyboard('{Enter}');
  expect(show).toHaveBeenCalledWith('workflow');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('arrow keys choose among what is found, a click runs it', async () => {
  const save = vi.fn();
  mountBar(scoredState(), { save });
  await lookFor('save findings');
  await vi.waitFor(() => expect(entries()[0]).toBe('Save Findings CSV'));
  const names = entries();
  await userEvent.keyboard('{ArrowUp}');
  expect(chosen()).toBe(names.at(-1));
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  expect(chosen()).toBe(names[1]);
  await found.getByRole('option', { name: 'Save Findings CSV' }).click();
  expect(save).toHaveBeenCalledWith('findings-csv');
});

test('a session and a template are found by what they are called', async () => {
  const commands = { show: vi.fn(), select: vi.fn(), selectTemplate: vi.fn() };
  mountBar(scoredState(), commands);
  await lookFor('BLK_1608');
  const session = page.getByRole('group', { name: 'Sessions' }).getByRole('option').first();
  await session.click();
  expect(commands.show).toHaveBeenCalledWith('sessions');
  expect(commands.select.mock.calls[0]?.[0]).toMatch(/^blk_1608/);
  await lookFor('packetresponder');
  await page.getByRole('group', { name: 'Templates' }).getByRole('option').first().click();
  expect(commands.show).toHaveBeenCalledWith('templates');
  expect(commands.selectTemplate).toHaveBeenCalledOnce();
});

test('what cannot be done now is not offered', async () => {
  mountBar(stateOf({ phase: 'empty' }));
  await lookFor('');
  expect(entries()).toContain('Open sample HDFS');
  expect(entries().filter((text) => /Save|raw log|Train|Undo|Data$/.test(text ?? ''))).toEqual([]);
  await field.fill('no such thing');
  await expect.element(page.getByText('Nothing has these words.')).toBeVisible();
});

const underWay = (over: Partial<Training>): Analysis => ({ phase: 'training', ...parsed(), ...training(over) });

test.each<[string, Analysis, readonly string[]]>([
  ['no log', { phase: 'empty' }, []],
  ['reading', { phase: 'reading', names: [], progress: undefined, before: { phase: 'empty' } }, ['Cancel']],
  ['no sessions yet', { phase: 'parsed', ...parsed(), sessions: undefined }, ['Cancel']],
  ['sessions, and nothing learnt', { phase: 'parsed', ...parsed() }, ['Train again']],
  ['looking for a backend', underWay({ activity: 'starting', epochs: [] }), ['Cancel']],
  ['in the first pass', underWay({ epochs: [] }), ['Cancel', 'Pause training']],
  ['training', underWay({}), ['Cancel', 'Pause training', 'Stop training and keep what was learnt']],
  ['paused', underWay({ activity: 'paused' }), ['Cancel', 'Go on training', 'Stop training and keep what was learnt']],
  ['stopping', underWay({ activity: 'stopping' }), ['Cancel']],
  ['learning the numbers in lines', underWay({ activity: 'values' }), ['Cancel']],
  ['scoring', underWay({ activity: 'scoring' }), ['Cancel']],
  ['scored', { phase: 'scored', ...parsed(), ...scored() }, ['Train again']],
  ['scored by a detector', scoredByDetector(), []],
])('%s: only what works is offered', (_, analysis, offered) => {
  const { commands } = workbenchOf(stateOf(analysis));
  const texts = actionsOf(stateOf(analysis), commands, () => undefined).map(({ text }) => text);
  expect(texts.filter((text) => /^(Cancel|Pause|Go on|Stop|Train)/.test(text))).toEqual(offered);
});

function scoredByDetector(): Analysis {
  const { model, anomalies } = scored();
  return { phase: 'scored', ...parsed(), anomalies, model: { ...model, end: 'detector' } };
}

test('text is pasted from anywhere', async () => {
  const openText = vi.fn();
  mountBar(scoredState(), { openText });
  await lookFor('paste');
  await userEvent.keyboard('{Enter}');
  await page.getByLabelText('Log lines').fill('one');
  await page.getByRole('button', { name: 'Analyse' }).click();
  expect(openText).toHaveBeenCalledWith('one');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('the question mark lists the keys, and Escape gives the focus back', async () => {
  mountBar(scoredState());
  const opener = page.getByRole('button', { name: 'Search or run a command' });
  opener.element().focus();
  await userEvent.keyboard('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  await expect.element(dialog.getByText('Undo the latest mark')).toBeVisible();
  await expect.element(dialog.getByText('Ctrl Z')).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(page.getByRole('combobox', { name: 'Search' }).elements()).toHaveLength(0);
  await userEvent.keyboard('{Escape}');
  await expect.element(opener).toHaveFocus();
});

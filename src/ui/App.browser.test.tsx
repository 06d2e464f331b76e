import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '../app/commands.ts';
import type { State } from '../app/state.ts';
import { App } from './App.tsx';
import { mount } from './mount.fixture.tsx';
import { parsed, scoredState, stateOf, training, workbenchOf } from './workbench.fixture.ts';

function mountApp(state: State, commands: Partial<Commands> = {}) {
  const workbench = workbenchOf(state, commands);
  mount(<App />, workbench);
  return workbench;
}

const EMPTY = stateOf({ phase: 'empty' });
const PROBLEM = { code: 'empty-file', message: 'x.log is empty.', advice: 'Choose a file with log lines.' } as const;

test('a visitor can open files, text, samples and a detector', async () => {
  const commands = { openFiles: vi.fn(), openText: vi.fn(), openSample: vi.fn(), openDetector: vi.fn() };
  mountApp(EMPTY, commands);
  await page.getByLabelText('Choose log files').upload(new File(['a'], 'a.log'));
  expect(commands.openFiles.mock.calls[0]?.[0]).toHaveLength(1);
  await page.getByRole('button', { name: 'Open sample HDFS' }).click();
  await page.getByRole('button', { name: 'Open sample OpenStack' }).click();
  expect(commands.openSample.mock.calls).toEqual([['hdfs'], ['openstack']]);
  await page.getByLabelText('Open detector').upload(new File(['a'], 'a.deeplog'));
  expect(commands.openDetector).toHaveBeenCalledOnce();
  await page.getByRole('button', { name: 'Paste text' }).click();
  await page.getByLabelText('Log lines').fill('one\ntwo');
  await page.getByRole('button', { name: 'Analyse' }).click();
  expect(commands.openText).toHaveBeenCalledWith('one\ntwo');
});

test('Escape closes the paste dialog', async () => {
  mountApp(EMPTY);
  await page.getByRole('button', { name: 'Paste text' }).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Paste text' })).toHaveFocus();
});

test.each([
  ['binary-file', 'Treat as text anyway', { textAnyway: true }],
  ['bomb', 'Unpack anyway', { unpackAnyway: true }],
  ['other-shape', 'Score anyway', { scoreAnyway: true }],
] as const)('%s can be read all the same', async (code, name, allowing) => {
  const openAnyway = vi.fn();
  const problem = { ...PROBLEM, code };
  mountApp(stateOf({ phase: 'failed', problem }, { problem }), { openAnyway });
  await page.getByRole('alert').getByRole('button', { name }).click();
  expect(openAnyway).toHaveBeenCalledWith(allowing);
});

test('how much of a large log is read is asked first', async () => {
  const openAnyway = vi.fn();
  const problem = { code: 'large-log', message: 'x.log: 5 GB.', advice: 'Read a part.', offer: 2e9 } as const;
  mountApp(stateOf({ phase: 'failed', problem }, { problem }), { openAnyway });
  for (const name of ['Read the first 2\u00a0GB', 'Read a sample of 2\u00a0GB', 'Read all of it']) {
    await page.getByRole('alert').getByRole('button', { name }).click();
  }
  expect(openAnyway.mock.calls).toEqual([
    [{ part: { by: 'first', bytes: 2e9 } }],
    [{ part: { by: 'sample', bytes: 2e9 } }],
    [{ part: 'all' }],
  ]);
});

test('what is shown of a part says so, on every page', async () => {
  const before = parsed();
  const part = { by: 'first', bytes: 2e9, of: 5e9 } as const;
  const state = scoredState();
  for (const view of ['data', 'anomalies'] as const) {
    mountApp({ ...state, view, analysis: { ...state.analysis, ...before, log: { ...before.log, part } } } as State);
    await expect.element(page.getByText('Only the first 2\u00a0GB of 5\u00a0GB were read.').last()).toBeVisible();
  }
});

test('the pipeline links to its stages by their plain names', async () => {
  const show = vi.fn();
  mountApp(scoredState(), { show });
  const pipeline = page.getByRole('navigation', { name: 'Pipeline' });
  for (const name of ['Data', 'Templates', 'Sessions', 'Training', 'Anomalies', 'Workflow', 'Compare', 'Export']) {
    await pipeline.getByRole('link', { name, exact: true }).click();
  }
  expect(show.mock.calls.flat()).toEqual([
    'data',
    'templates',
    'sessions',
    'training',
    'anomalies',
    'workflow',
    'compare',
    'export',
  ]);
  await expect.element(pipeline.getByRole('link', { name: 'Data' })).toHaveAttribute('aria-current', 'page');
});

test('progress is shown above any page and can be cancelled', async () => {
  const cancel = vi.fn();
  mountApp(stateOf({ phase: 'training', ...parsed(), ...training() }, { view: 'export' }), { cancel });
  await expect.element(page.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute('aria-valuenow', '14');
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(cancel).toHaveBeenCalledOnce();
});

test('while a model trains the status says what it holds in memory', async () => {
  const modelMemory = () => Promise.resolve({ tensors: 9, tensorBytes: 2e6, heapBytes: 40e6 });
  mountApp(stateOf({ phase: 'training', ...parsed(), ...training() }, { view: 'export' }), { modelMemory });
  await expect.element(page.getByTitle("Memory of the model's thread")).toHaveTextContent('42 MB');
});

test('a problem is told once, and what is on screen stays', async () => {
  const dismissProblem = vi.fn();
  mountApp(scoredState({ problem: PROBLEM }), { dismissProblem });
  await expect.element(page.getByRole('alert')).toHaveTextContent('x.log is empty. Choose a file with log lines.');
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('4,519 lines');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  expect(dismissProblem).toHaveBeenCalledOnce();
});

test('a log that cannot be read leaves the start page with the reason', async () => {
  mountApp(stateOf({ phase: 'failed', problem: PROBLEM }));
  await expect.element(page.getByRole('alert')).toHaveTextContent('x.log is empty.');
  await expect.element(page.getByLabelText('Choose log files')).toBeInTheDocument();
});

test('the body and the title of the tab tell the state to scripts and people', async () => {
  const { store } = mountApp(EMPTY);
  expect(document.body.dataset).toMatchObject({ phase: 'empty' });
  store.setState(scoredState());
  await vi.waitFor(() => expect(document.body.dataset).toMatchObject({ phase: 'scored', backend: 'wasm' }));
  expect(document.title).toBe('6 sessions flagged – HDFS_5k.log – Deeplog');
  store.setState(EMPTY);
  await vi.waitFor(() => expect(document.body.dataset.backend).toBeUndefined());
});

test('files are saved from the export page, once there is something to save', async () => {
  const save = vi.fn();
  const { store } = mountApp(scoredState({ view: 'export' }), { save });
  for (const name of ['Detector', 'Findings CSV', 'Findings JSON Lines', 'Findings Parquet', 'Templates CSV']) {
    await page.getByRole('button', { name, exact: true }).click();
  }
  expect(save.mock.calls.flat()).toEqual([
    'detector',
    'findings-csv',
    'findings-jsonl',
    'findings-parquet',
    'templates-csv',
  ]);
  store.setState(stateOf({ phase: 'training', ...parsed(), ...training() }, { view: 'export' }));
  await expect.element(page.getByRole('button', { name: 'Detector', exact: true })).toBeDisabled();
  await expect.element(page.getByRole('button', { name: 'Templates CSV' })).toBeEnabled();
});

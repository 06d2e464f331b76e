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
  await page.getByRole('button', { name: 'Open sample Web shop' }).click();
  expect(commands.openSample.mock.calls).toEqual([['hdfs'], ['openstack'], ['web']]);
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

test('what the program settled by itself is said, and leads to where it is changed', async () => {
  const show = vi.fn();
  mountApp(scoredState(), { show });
  await page.getByRole('button', { name: 'How was this decided?' }).click();
  const list = page.getByRole('region', { name: 'How this was decided' });
  await expect.element(list.getByText('inside them the order is easiest to foresee', { exact: false })).toBeVisible();
  await list.getByRole('button', { name: 'Change sessions' }).click();
  expect(show).toHaveBeenCalledExactlyOnceWith('sessions');
  await expect.element(list).not.toBeInTheDocument();
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

test('the top bar says at any time what is held in memory, and how it was counted', async () => {
  const memory = () =>
    Promise.resolve([
      { thread: 'page', heapBytes: 10e6, bufferBytes: 0 },
      { thread: 'data', heapBytes: 20e6, bufferBytes: 12e6 },
    ] as const);
  mountApp(stateOf({ phase: 'empty' }), { memory });
  await page.getByRole('button', { name: /^Memory 42.MB/ }).click();
  const shown = page.getByRole('region', { name: 'Memory' });
  await expect.element(shown.getByRole('row', { name: 'Log and findings' })).toHaveTextContent(/32.MB/);
  await expect.element(shown).toHaveTextContent('as the browser counts them in each thread');
});

test('where the browser does not tell, memory is what the program counts itself', async () => {
  mountApp(scoredState(), { memory: async () => [{ thread: 'data', heapBytes: undefined, bufferBytes: 7e6 }] });
  await page.getByRole('button', { name: /^Model on WASM, memory 7.MB/ }).click();
  await expect.element(page.getByRole('region', { name: 'Memory' })).toHaveTextContent('This browser does not tell');
});

test('the proof lists the requests that were made, and the policy as it is served', async () => {
  const own = { thread: 'page', url: `${location.origin}/assets/a.js`, time: 1, received: 1400, refused: false };
  const refused = { thread: 'data', url: 'data', time: 2, received: 0, refused: true };
  const servedPolicy = async () => "default-src 'none'; connect-src 'self'";
  mountApp(stateOf({ phase: 'empty' }), { requests: () => [own, refused], servedPolicy, keptFiles: async () => 105 });
  await page.getByRole('button', { name: '0 bytes sent' }).click();
  const proof = page.getByRole('region', { name: 'Proof that nothing is sent' });
  await expect.element(proof).toHaveTextContent(/1 request for its own files \(1.4.kB received\)/);
  await expect.element(proof).toHaveTextContent('0 to other hosts, 1 refused by the browser');
  await expect.element(proof).toHaveTextContent('keeps the 105 files of this program');
  await expect.element(proof).toHaveTextContent("connect-src 'self' default-src 'none'");
  await proof.getByText('All requests').click();
  await expect.element(proof.getByRole('row', { name: '/assets/a.js' })).toHaveTextContent(/1.4.kB/);
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

import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '../../../app/commands.ts';
import type { State } from '../../../app/state.ts';
import type { WorkflowReport } from '../../../core/report/workflow-report.ts';
import { mount } from '../../mount.fixture.tsx';
import { scoredState, stateOf, workbenchOf } from '../../workbench.fixture.ts';
import { WorkflowView } from './WorkflowView.tsx';
import { workflowPicture, workflowReport } from './workflow.fixture.ts';

const WAY_ROWS = {
  total: 2,
  rows: [
    { session: 'job_1560', line: 812, took: 90 },
    { session: 'job_1007', line: 20, took: 40 },
  ],
};

function show(commands: Partial<Commands> = {}, state: State = scoredState()) {
  const given = {
    workflow: vi.fn<Commands['workflow']>(async () => workflowReport()),
    workflowPicture: vi.fn<Commands['workflowPicture']>(async ({ session }) =>
      workflowPicture({ path: session !== undefined }),
    ),
    waySessions: vi.fn<Commands['waySessions']>(async () => WAY_ROWS),
  };
  mount(<WorkflowView />, workbenchOf(state, { ...given, ...commands }));
  return given;
}

const figure = page.getByRole('figure', { name: 'Workflow' });
const way = (name: RegExp) => figure.getByRole('button', { name });

test('a way that is clicked lists its sessions, and one of them can be opened', async () => {
  const select = vi.fn();
  const { waySessions } = show({ select });
  await expect
    .element(way(/^From “Accepted <\*> from <\*>” to “Loading <\*> rows”: 66 times, after 40\sms/))
    .toBeInTheDocument();
  way(/to “Loading/)
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  const sessions = page.getByRole('table', { name: 'Sessions on this way' });
  await expect.element(sessions.getByText('job_1560')).toBeVisible();
  expect(waySessions).toHaveBeenCalledWith({ task: 0, from: 0, to: 1 });
  await sessions.getByText('job_1007').click();
  expect(select).toHaveBeenCalledWith('job_1007');
});

test('by keyboard arrows go along the ways of the graph, and Enter lists the sessions of one', async () => {
  const { waySessions } = show({}, scoredState({ selected: 'job_1560' }));
  await expect.element(way(/to “Loading/)).toBeInTheDocument();
  figure.element().querySelector<SVGElement>('[data-id][tabindex="0"]')?.focus();
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^From “beginning of the session” to “Accepted/);
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^From “Accepted .* to “Loading/);
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => expect(waySessions).toHaveBeenCalledWith({ task: 0, from: 0, to: 1 }));
});

test('by keyboard ways are chosen in the table under the graph, too', async () => {
  const { waySessions } = show();
  const ways = page.getByRole('table', { name: 'Ways' });
  await expect.element(ways.getByText('beginning of the session')).toBeVisible();
  ways.element().querySelector<HTMLElement>('[data-way][tabindex="0"]')?.focus();
  await userEvent.keyboard('{ArrowDown}');
  await vi.waitFor(() => expect(waySessions).toHaveBeenCalled());
});

test('the path of the selected session: what it left out is said, not only drawn', async () => {
  show({}, scoredState({ selected: 'job_1560' }));
  await expect.element(figure.getByText('left out', { exact: true })).toBeInTheDocument();
  await expect.element(figure.getByText('due: "Loading <*> rows"', { exact: true })).toBeInTheDocument();
  await expect.element(way(/to “Loading <\*> rows”.*; left out by the session$/)).toBeInTheDocument();
});

test('saved as SVG it stands alone, text of the log as text', async () => {
  const saveFile = vi.fn<Commands['saveFile']>();
  show({ saveFile });
  await expect.element(way(/to “Loading/)).toBeInTheDocument();
  await figure.getByLabelText('Save Workflow').click();
  await figure.getByRole('button', { name: 'SVG picture' }).click();
  const [file, bytes] = saveFile.mock.calls[0] ?? [];
  const svg = new TextDecoder().decode(await bytes);
  expect(file).toBe('workflow.svg');
  expect(svg).not.toMatch(/var\(|class=|style=|light-dark|<img/);
  const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(read.querySelector('parsererror')).toBeNull();
  expect([...read.querySelectorAll('text')].map(({ textContent }) => textContent)).toContain('Accepted <*> from <*>');
});

test.each<[string, Partial<Commands>, RegExp]>([
  [
    'no whole session',
    { workflow: async () => ({ sessions: 0, tasks: [], hasModel: false }) },
    /No session to learn a workflow from/,
  ],
  ['one key', { workflow: async () => workflowReport({ steps: 1 }) }, /one kind of event only/],
  [
    'no repeated structure',
    { workflow: async () => workflowReport({ variants: 65 }) },
    /Hardly two of them do the same/,
  ],
  ['no data thread', { workflow: async () => undefined }, /cannot be learnt/],
])('%s: it is said what that means', async (_, commands, text) => {
  show(commands);
  await expect.element(page.getByText(text)).toBeVisible();
});

test('before a log is read the page says what it will hold', async () => {
  show({}, stateOf({ phase: 'empty' }));
  await expect.element(page.getByText(/The workflow will be here/)).toBeVisible();
});

test('ways are as counted, as the key model expects them, or both; the choice is in the settings', async () => {
  const change = vi.fn();
  const { workflow } = show({ change });
  const field = page.getByLabelText('Ways', { exact: true });
  await expect.element(field.and(page.getByRole('combobox'))).toHaveValue('both');
  expect(workflow).toHaveBeenCalledWith('both');
  await userEvent.selectOptions(field.and(page.getByRole('combobox')), 'As the key model expects');
  expect(change).toHaveBeenCalledWith({ ways: 'expected' });
});

test('each way says both shares, and where they disagree strongly', async () => {
  await page.viewport(1280, 900);
  show({}, scoredState({ selected: 'job_1560' }));
  const ways = page.getByRole('table', { name: 'Ways' });
  await expect.element(ways.getByText(/^98(\.0)?\s%$/).first()).toBeVisible();
  await expect.element(ways.getByText(/^disagrees: 30(\.0)?\s%$/)).toBeVisible();
  await expect
    .element(way(/taken 0\s% of the time in the sessions, 30(\.0)?\s% by the key model: they disagree strongly/))
    .toBeInTheDocument();
});

test.each<[string, Partial<WorkflowReport>, RegExp]>([
  ['no model has scored the log', { hasModel: false }, /no key model has scored this log yet/],
  [
    'the model expects no session of the task',
    workflowReport({ isExpected: false }),
    /expects no session of this task/,
  ],
])('%s: the reason is said', async (_, over, text) => {
  const state = scoredState();
  const settings = { ...state.settings, ways: 'expected' } as const;
  show({ workflow: async () => ({ ...workflowReport(), ...over }) }, { ...state, settings });
  await expect.element(page.getByText(text)).toBeVisible();
});

import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Commands } from '../../../app/commands.ts';
import type { KeptBaseline, State } from '../../../app/state.ts';
import type { LogKey } from '../../../core/base/brand.ts';
import type { ComparedRow, ComparisonReport } from '../../../core/report/comparison-report.ts';
import { mount } from '../../mount.fixture.tsx';
import { scoredState, stateOf, workbenchOf } from '../../workbench.fixture.ts';
import { CompareView } from './CompareView.tsx';

const key = (value: number) => value as LogKey;
const side = (name: string) => ({ name, lines: 9000, sessions: 1500, by: 'req-<*>' });

const ROWS: readonly ComparedRow[] = [
  {
    is: 'template',
    what: { key: key(9) },
    texts: ['Retrying <*> after reset'],
    change: 'appeared',
    baseline: { part: 0, whole: 1500 },
    log: { part: 60, whole: 1500 },
    q: 1e-9,
    effect: 4.8,
    sure: true,
    like: 'Trying <*> after reset',
  },
  {
    is: 'step',
    what: { from: key(3), to: key(4) },
    texts: ['Query of <*>', 'Sent answer of <*>'],
    change: 'slower',
    baseline: { sessions: 500, median: 116, p95: 200 },
    log: { sessions: 900, median: 272, p95: 500 },
    q: 1e-6,
    effect: 0.85,
    sure: true,
  },
  {
    is: 'template',
    what: { key: key(10) },
    texts: ['Certificate of <*> expires'],
    change: 'appeared',
    baseline: { part: 0, whole: 1500 },
    log: { part: 1, whole: 1500 },
    q: 1,
    effect: 1.1,
    sure: false,
  },
];

const report = (rows: readonly ComparedRow[]): ComparisonReport => ({
  baseline: side('monday.log'),
  log: side('tuesday.log'),
  alike: 0.99,
  rows,
  tested: { templates: 11, edges: 17, steps: 10 },
});

const kept = (isOpenLog = false): KeptBaseline => ({ summary: side('monday.log'), isOpenLog });

function show(over: Partial<State>, commands: Partial<Commands> = {}, state = scoredState(over)) {
  mount(<CompareView />, workbenchOf(state, commands));
}

const heading = (name: string | RegExp) => page.getByRole('heading', { name, level: 1 });
const changes = page.getByRole('table', { name: 'Changes' });

test('before a log is read the page says what brings it', async () => {
  show({}, {}, stateOf({ phase: 'empty' }));
  await expect.element(heading('What differs between two logs will be here as soon as both were read')).toBeVisible();
});

test('without a baseline the open log can become one, alone or with the log to compare', async () => {
  const [keepBaseline, compareWith] = [vi.fn(), vi.fn()];
  show({}, { keepBaseline, compareWith });
  await page.getByRole('button', { name: 'Keep as baseline' }).click();
  expect(keepBaseline).toHaveBeenCalledOnce();
  const file = new File(['x'], 'tuesday.log');
  await page.getByLabelText('Compare with another log').upload(file);
  expect(compareWith.mock.calls[0]?.[0]).toMatchObject([{ name: 'tuesday.log' }]);
});

test('while the baseline is the open log there is nothing to compare yet', async () => {
  const dropBaseline = vi.fn();
  show({ baseline: kept(true) }, { dropBaseline });
  await expect.element(heading('This log is the baseline')).toBeVisible();
  await page.getByRole('button', { name: 'Drop baseline' }).click();
  expect(dropBaseline).toHaveBeenCalledOnce();
});

test('changes are listed with both sides, filtered by kind, and what is too rare only on demand', async () => {
  show({ baseline: kept() }, { comparison: async () => ({ ok: true, value: report(ROWS) }) });
  await expect.element(heading('2 significant changes from monday.log to tuesday.log')).toBeVisible();
  await expect.element(changes.getByText('116')).toBeVisible();
  expect(changes.element().textContent).not.toContain('Certificate');
  await page.getByRole('checkbox', { name: 'Also 1 template too rare to tell from chance' }).click();
  await expect.element(changes.getByText('Certificate of')).toBeVisible();
  await page.getByRole('button', { name: 'slower 1' }).click();
  expect(changes.element().textContent).not.toContain('Retrying');
});

test('a change that is chosen says its counts and lists its sessions, which open in the inspector', async () => {
  const select = vi.fn();
  const comparedSessions = vi.fn<Commands['comparedSessions']>(async () => ({
    total: 1,
    rows: [{ session: 'req-20700', line: 12, took: Number.NaN }],
  }));
  show({ baseline: kept() }, { comparison: async () => ({ ok: true, value: report(ROWS) }), comparedSessions, select });
  await changes.getByText('Retrying').click();
  await expect.element(page.getByText(/60 of 1,500 sessions have it, in the baseline 0 of 1,500/)).toBeVisible();
  expect(comparedSessions).toHaveBeenCalledWith({ key: 9 });
  await page.getByRole('table', { name: 'Sessions with this change' }).getByText('req-20700').click();
  expect(select).toHaveBeenCalledWith('req-20700');
});

test('no significant change is an answer', async () => {
  show({ baseline: kept() }, { comparison: async () => ({ ok: true, value: report([]) }) });
  await expect.element(heading('No significant change from monday.log to tuesday.log')).toBeVisible();
});

test('a log is compared with itself before and after a time, at first the middle of it', async () => {
  const sides = { baseline: side('a.log before noon'), log: side('a.log from noon on'), running: 3 };
  const comparisonAt = vi.fn<Commands['comparisonAt']>(async () => ({
    ok: true,
    value: { ...report(ROWS), ...sides },
  }));
  show({}, { comparisonAt });
  await page.getByRole('button', { name: 'Compare before and after' }).click();
  await expect.element(heading('2 significant changes from a.log before noon to a.log from noon on')).toBeVisible();
  await expect.element(page.getByText(/before and 1,500 from then on, .* 3 that were running/)).toBeVisible();
  const [first] = comparisonAt.mock.calls[0] ?? [];
  const field = page.getByLabelText('Time (UTC)');
  await field.fill(new Date((first ?? 0) + 1000).toISOString().slice(0, 23));
  await page.getByRole('button', { name: 'Compare before and after' }).click();
  await vi.waitFor(() => expect(comparisonAt).toHaveBeenLastCalledWith((first ?? 0) + 1000));
  await page.getByRole('button', { name: 'Compare with another log' }).click();
  await expect.element(heading('Compare this log with another one')).toBeVisible();
});

test('logs that cannot be compared are told why, and the baseline can be changed', async () => {
  const message = 'Only 1 % of the lines match.';
  const problem = { code: 'other-shape', message, advice: 'Compare logs of the same program.' } as const;
  show({ baseline: kept() }, { comparison: async () => ({ ok: false, problem }) });
  await expect.element(page.getByText(`${message} Compare logs of the same program.`)).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Drop baseline' })).toBeVisible();
});

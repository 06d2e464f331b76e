import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '../../../app/commands.ts';
import type { AnomalyReport } from '../../../core/report/anomaly-report.ts';
import { mount } from '../../mount.fixture.tsx';
import { parsed, scored, stateOf, training, workbenchOf } from '../../workbench.fixture.ts';
import { AnomaliesView } from './AnomaliesView.tsx';

function mountReport(over: Partial<AnomalyReport> = {}, commands: Partial<Commands> = {}, leftOut: string[] = []) {
  const { model, anomalies } = scored();
  const { sessions, ...rest } = parsed();
  const grouped = sessions && {
    ...sessions,
    leftOut: leftOut.map((session) => ({ session, detector: 'counts' as const })),
  };
  const state = stateOf({ phase: 'scored', ...rest, sessions: grouped, model, anomalies: { ...anomalies, ...over } });
  const workbench = workbenchOf(state, {
    ...commands,
    select: (selected) => {
      commands.select?.(selected);
      workbench.store.setState({ selected });
    },
  });
  mount(<AnomaliesView />, workbench);
}

const table = page.getByRole('table', { name: 'Anomalies' });
const rows = () => table.element().querySelectorAll<HTMLElement>('[data-session]');

test('the verdict, its promise, and a row for each finding that scripts can read', async () => {
  mountReport();
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('6 of 110 sessions are unusual');
  await expect
    .element(page.getByText('no more than 1 false alarm in 4 can be promised', { exact: false }))
    .toBeVisible();
  await vi.waitFor(() => expect(rows()).toHaveLength(6));
  const { findings } = scored().anomalies;
  expect([...rows()].map((row) => ({ ...row.dataset }))).toEqual(
    findings.map(({ session, cause, line, score }, index) => ({
      session,
      cause,
      line: String(line),
      score: String(score),
      index: String(index),
    })),
  );
});

test('the keyboard moves the selection', async () => {
  const select = vi.fn();
  mountReport({}, { select });
  await vi.waitFor(() => expect(rows()).toHaveLength(6));
  rows()[0]?.focus();
  await userEvent.keyboard('{Enter}{ArrowDown}{ArrowDown}{ArrowUp}');
  const { findings } = scored().anomalies;
  expect(select.mock.calls.map(([session]) => session)).toEqual([0, 1, 2, 1].map((index) => findings[index]?.session));
  expect(document.activeElement).toBe(rows()[1]);
  expect(rows()[1]?.getAttribute('aria-current')).toBe('true');
});

test('chips filter by cause', async () => {
  mountReport();
  const chip = page.getByRole('button', { name: 'Unexpected 3' });
  await chip.click();
  await vi.waitFor(() => expect([...rows()].map((row) => row.dataset.cause)).toEqual(Array(3).fill('unexpected-key')));
  await page.getByRole('button', { name: 'New 1' }).click();
  await vi.waitFor(() => expect(rows()).toHaveLength(4));
  await chip.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(1));
});

test('sessions that were not learnt from are listed, and open in the inspector', async () => {
  const select = vi.fn();
  mountReport({}, { select }, ['blk_1', '<b>2</b>']);
  await page.getByText('2 sessions of the training period stand apart', { exact: false }).click();
  await page.getByRole('button', { name: '<b>2</b>' }).click();
  expect(select).toHaveBeenCalledWith('<b>2</b>');
});

test('the budget moves the threshold', async () => {
  const change = vi.fn();
  mountReport({}, { change });
  const field = page.getByLabelText('False alarms per 1,000 sessions');
  await field.fill('20');
  await userEvent.keyboard('{Enter}');
  expect(change).toHaveBeenCalledWith({ falseAlarmsPerThousand: 20 });
});

test('nothing unusual is a success that still shows the least likely sessions', async () => {
  mountReport({ findings: [] });
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Nothing unusual in 110 sessions');
  await expect.element(page.getByRole('table', { name: 'Least likely sessions' })).toBeVisible();
  await expect.element(page.getByText('Verification succeeded for', { exact: false })).toBeVisible();
});

test('a baseline that is probably wrong is said beside the list', async () => {
  mountReport({ warning: '38 % of the sessions are flagged.' });
  await expect.element(page.getByText('38 % of the sessions are flagged.')).toBeVisible();
});

test('names made of markup or reordering characters are shown as text', async () => {
  const [first] = scored().anomalies.findings;
  if (!first) throw new Error('The fixture has no finding.');
  mountReport({ findings: [{ ...first, session: '<b>\u202Egnp', template: '<script>alert(1)</script> \u0007' }] });
  await vi.waitFor(() => expect(rows()).toHaveLength(1));
  expect(rows()[0]?.dataset.session).toBe('<b>\u202Egnp');
  expect(rows()[0]?.textContent).toContain('<script>alert(1)</script> \u2407');
  expect(rows()[0]?.textContent).not.toContain('\u202E');
  expect(rows()[0]?.querySelector('b, script')).toBeNull();
});

test('while sessions are scored it says how far that is', async () => {
  const state = stateOf({ phase: 'training', ...parsed(), ...training({ activity: 'scoring', scored: 0.42 }) });
  mount(<AnomaliesView />, workbenchOf(state));
  await expect.element(page.getByText('Scoring sessions, 42\u00a0% done')).toBeVisible();
});

test('without a model there is a way to get one', async () => {
  const trainAgain = vi.fn();
  mount(<AnomaliesView />, workbenchOf(stateOf({ phase: 'parsed', ...parsed() }), { trainAgain }));
  await page.getByRole('button', { name: 'Train again' }).click();
  expect(trainAgain).toHaveBeenCalledOnce();
});

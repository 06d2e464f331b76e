import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '../../../app/commands.ts';
import { templateText } from '../../../core/detect/findings.ts';
import { signatureOf } from '../../../core/detect/signature.ts';
import type { AnomalyReport } from '../../../core/report/anomaly-report.ts';
import { groupFindings } from '../../../core/report/finding-groups.ts';
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
    filter: (filter) => workbench.store.setState((now) => ({ filter: { ...now.filter, ...filter } })),
  });
  mount(<AnomaliesView />, workbench);
  return workbench;
}

const table = page.getByRole('table', { name: 'Anomalies' });
const rows = () => table.element().querySelectorAll<HTMLElement>('[data-session]');

/** By their groups: the third and the last finding have the same reason. */
const listed = () => groupFindings(scored().anomalies.findings).flatMap(({ findings }) => findings);

test('the verdict, its promise, and a row for each finding that scripts can read', async () => {
  mountReport();
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('6 of 110 sessions are unusual, in 5 groups');
  await expect
    .element(page.getByText('no more than 1 false alarm in 4 can be promised', { exact: false }))
    .toBeVisible();
  await vi.waitFor(() => expect(rows()).toHaveLength(6));
  const findings = listed();
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
  const findings = listed();
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

test('a group lists its others on request, and a step opens the group it leads into', async () => {
  mountReport();
  await vi.waitFor(() => expect(rows()).toHaveLength(6));
  const others = page.getByRole('button', { name: 'List 2 sessions' });
  await others.click();
  await vi.waitFor(() => expect(rows()).toHaveLength(5));
  await expect.element(others).toHaveAttribute('aria-expanded', 'false');
  document.body.focus();
  await userEvent.keyboard('nnn]');
  await vi.waitFor(() => expect(rows()).toHaveLength(6));
  const current = () => table.element().querySelector('[aria-current]')?.getAttribute('data-session');
  expect(current()).toBe(listed()[3]?.session);
  await userEvent.keyboard('p');
  await vi.waitFor(() => expect(current()).toBe(listed()[1]?.session));
});

test('groups and times that are left out come back by a chip', async () => {
  const workbench = mountReport();
  await vi.waitFor(() => expect(rows()).toHaveLength(6));
  const time = listed()[1]?.timestamp ?? 0;
  await page.getByRole('button', { name: `Hide all like session ${listed()[0]?.session}` }).click();
  await vi.waitFor(() => expect(rows()).toHaveLength(5));
  expect(workbench.store.getState().selected).toBeUndefined();
  workbench.commands.filter({ place: { from: time, to: time } });
  await vi.waitFor(() => expect(rows()).toHaveLength(1));
  await page.getByRole('button', { name: '1 hidden reason' }).click();
  await page.getByRole('button', { name: '20:41:37', exact: false }).click();
  await vi.waitFor(() => expect(rows()).toHaveLength(6));
});

test('dragging over the time line lists what is there, a click does not', async () => {
  const { store } = mountReport();
  await expect.element(page.getByRole('slider', { name: 'List from' })).toBeInTheDocument();
  const brush = document.querySelector('[data-brush]') ?? document.body;
  const { left, width, top } = brush.getBoundingClientRect();
  const point = (type: string, share: number) =>
    new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: left + share * width, clientY: top + 5 });
  vi.spyOn(Element.prototype, 'setPointerCapture').mockReturnValue();
  const drag = async (from: number, to: number) => {
    for (const event of [point('pointerdown', from), point('pointermove', to), point('pointerup', to)]) {
      brush.dispatchEvent(event);
      await Promise.resolve();
    }
  };
  await drag(0.2, 0.2);
  expect(store.getState().filter.place).toBeUndefined();
  await drag(0.5, 0);
  const times = scored().anomalies.findings.map(({ timestamp }) => timestamp);
  const middle = (Math.min(...times) + Math.max(...times)) / 2;
  const early = times.filter((time) => time <= middle).length;
  expect(early).toBeGreaterThan(0);
  expect(early).toBeLessThan(6);
  await vi.waitFor(() => expect(rows()).toHaveLength(early));
  expect(document.querySelector('.recharts-reference-area')).not.toBeNull();
});

test('arrow keys narrow the list from either end of the time line', async () => {
  const { store } = mountReport();
  const from = page.getByRole('slider', { name: 'List from' });
  await expect.element(from).toBeInTheDocument();
  from.element().focus();
  await userEvent.keyboard('{End}');
  await vi.waitFor(() => expect(rows().length).toBeLessThan(6));
  expect(rows().length).toBeGreaterThan(0);
  await expect.element(from).toHaveAttribute('aria-valuetext', expect.stringMatching(/^2008-11-09/));
  await userEvent.keyboard('{Home}');
  await vi.waitFor(() => expect(rows()).toHaveLength(6));
  expect(store.getState().filter.place).toBeUndefined();
});

test('a list that is hidden group by group says that it is', async () => {
  mountReport();
  const hide = page.getByRole('button', { name: 'Hide all like' });
  for (let groups = groupFindings(listed()).length; groups > 0; groups--) await hide.first().click();
  await expect.element(page.getByText('All findings are left out', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: '5 hidden reasons' }).click();
  await vi.waitFor(() => expect(rows()).toHaveLength(6));
});

test('what marks call normal is not listed and not counted, and each mark says what became of it', async () => {
  const [, , third] = scored().anomalies.findings;
  if (!third) throw new Error('The fixture has too few findings.');
  const { session, file, line, firstLine, lastLine } = third;
  const signature = signatureOf(third, (key) => templateText(parsed().templates, key));
  const said = { session, file, line, firstLine, lastLine, signature, note: 'nightly', time: 1 };
  const rule = { ...said, verdict: 'normal', reach: 'reason' } as const;
  const gone = { ...said, session: 'blk_gone', verdict: 'anomaly', reach: 'session', signature: undefined } as const;
  const removeMark = vi.fn();
  const workbench = mountReport({}, { removeMark });
  workbench.store.setState({ marks: { marks: [rule, gone], past: [[]] } });
  await expect
    .element(page.getByRole('heading', { level: 1 }))
    .toHaveTextContent('3 of 110 sessions are unusual, in 3');
  await page.getByText('1 rule, 1 single mark: 3 sessions hidden as normal').click();
  const marks = page.getByRole('list', { name: 'Marks' });
  await expect.element(marks.getByText('blk_gone is not in this log')).toBeVisible();
  await expect.element(marks.getByText('hides 3 – nightly')).toBeVisible();
  await page.getByRole('button', { name: `Remove the mark on ${session}` }).click();
  expect(removeMark).toHaveBeenCalledWith(rule);
});

import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { State } from '../../../app/state.ts';
import { type DriftReport, reportDrift } from '../../../core/drift/drift.ts';
import { mount } from '../../mount.fixture.tsx';
import { parsed, scored, scoredState, stateOf, workbenchOf } from '../../workbench.fixture.ts';
import { DetectorNotice } from '../start/DetectorNotice.tsx';
import { DriftView } from './DriftView.tsx';

const SESSIONS = 200;
const line = Int32Array.from({ length: SESSIONS }, (_, session) => 20 * session + 1);

const REPORT = reportDrift({
  known: 3,
  before: { lines: [500, 500, 40], inSessions: [500, 500, 40], sessions: 500 },
  now: { lines: [200, 200, 0, 90], inSessions: [200, 200, 0, 60], sessions: SESSIONS },
  texts: ['start <*>', 'stop <*>', 'flush', 'retry <*>'],
  sessions: { time: line, line, isFlagged: (session) => session >= 140 },
  budget: 0.001,
  heldOut: 300,
});

function judgedState(): State {
  const { model, anomalies } = scored();
  const detector = {
    name: 'monday.deeplog',
    trainedOn: 'monday.log',
    templates: 3,
    sessionLabel: 'job_<*>',
    history: 10,
    trainLoss: 0.2,
  };
  return stateOf({ phase: 'scored', ...parsed(), anomalies, model: { ...model, end: 'detector' } }, { detector });
}

function show(report: DriftReport = REPORT, state: State = judgedState(), addLog = vi.fn()): void {
  mount(<DriftView />, workbenchOf(state, { drift: async () => report, addLog }));
}

test('the verdict is the title, and says against what', async () => {
  show();
  const title = page.getByRole('heading', { level: 1 });
  await expect.element(title).toHaveTextContent(/^Train again: 18.4\s% of the lines match templates the detector/);
  await expect.element(page.getByText(/^Compared with monday.log, which monday.deeplog learnt from/)).toBeVisible();
});

test('templates are listed with the gravest changes first', async () => {
  show();
  const rows = page.getByRole('table', { name: 'Template drift' }).getByRole('row');
  await expect.element(rows.nth(1)).toHaveTextContent(/^retry <\*>new0\s%30\s%/);
  await expect.element(rows.nth(2)).toHaveTextContent(/^flushgone8\s%0\s%/);
});

test('the log is added to the detector where a person asks for it', async () => {
  const addLog = vi.fn();
  show(REPORT, judgedState(), addLog);
  const button = page.getByRole('button', { name: 'Train again with this file added' });
  await expect.element(button).toHaveAccessibleDescription(/learnt as normal, but for those marked as anomalies/);
  await button.click();
  expect(addLog).toHaveBeenCalledOnce();
});

test('of a detector that keeps nothing to go over again it is said that it will forget', async () => {
  const state = judgedState();
  const button = page.getByRole('button', { name: 'Train again with this file added' });
  const { detector } = state;
  if (detector === undefined) throw new Error('No detector is open');
  show(REPORT, { ...state, detector: { ...detector, forgets: true } });
  await expect.element(button).toHaveAccessibleDescription(/a log that is added makes it forget some of that\.$/);
  mount(<DetectorNotice detector={{ ...detector, forgets: true }} onClose={vi.fn()} />);
  const notice = page.getByRole('region', { name: 'Detector in use' });
  await expect.element(notice).toHaveTextContent('makes it forget');
});

test('both charts can be read as tables', async () => {
  show();
  const flagged = page.getByRole('figure', { name: 'Flagged sessions over time' });
  await flagged.getByRole('button', { name: 'Show as table' }).click();
  await expect.element(flagged.getByRole('row')).toHaveLength(21);
  const shares = page.getByRole('figure', { name: 'Template shares, in training and now' });
  await shares.getByRole('button', { name: 'Show as table' }).click();
  await expect.element(shares.getByText('retry <*>')).toBeVisible();
});

test('a detector of an older format tells new templates only, and says so', async () => {
  show({ ...REPORT, knowsCounts: false, templates: REPORT.templates.filter(({ change }) => change === 'new') });
  await expect.element(page.getByText(/does not say how often templates came/)).toBeVisible();
  await expect.element(page.getByRole('figure', { name: /^Template shares/ })).not.toBeInTheDocument();
});

test('without a detector there is nothing to compare with', async () => {
  show(REPORT, scoredState());
  await expect.element(page.getByText('Drift is measured against a detector')).toBeVisible();
});

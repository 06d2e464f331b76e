import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Commands } from '../../../../app/commands.ts';
import type { Evaluation } from '../../../../core/evaluate/evaluate.ts';
import { evaluationReport } from '../../../evaluation.fixture.ts';
import { LabelsNote } from '../../../LabelsNote.tsx';
import { mount } from '../../../mount.fixture.tsx';
import { parsed, scored, scoredState, stateOf, workbenchOf } from '../../../workbench.fixture.ts';
import { AnomaliesView } from '../AnomaliesView.tsx';

function mountLabels(over: Partial<Evaluation> = {}, commands: Partial<Commands> = {}, byLabels = false) {
  const { model, anomalies } = scored();
  const report = { ...anomalies, threshold: { ...anomalies.threshold, byLabels }, evaluation: evaluationReport(over) };
  const state = stateOf({ phase: 'scored', ...parsed(), model, anomalies: report }, { labels: 'labels.csv' });
  const { settings } = state;
  mount(<AnomaliesView />, workbenchOf({ ...state, settings: { ...settings, chooseByLabels: byLabels } }, commands));
}

const figures = page.getByRole('region', { name: 'Detectors against labels' });

test('figures with their intervals, for all sessions and those after training', async () => {
  mountLabels();
  await expect.element(page.getByText('precision 0.833, recall 0.833, F1 0.833')).toBeVisible();
  await expect.element(figures).toHaveTextContent('All together0.833 (0.44 to 0.97)0.833 (0.44 to 0.97)');
  await page.getByLabelText('Sessions counted').selectOptions('After the training period');
  await expect.element(figures).toHaveTextContent('All together0.800');
  await expect
    .element(page.getByRole('region', { name: 'Causes of labelled sessions' }))
    .toHaveTextContent('LabelledNewUnexpectedNot flaggedNormal–1103disk5–1');
});

test('the curve of any detector, as a drawing and as a table', async () => {
  mountLabels();
  const chart = page.getByRole('figure', { name: 'Precision against recall' });
  await expect.element(chart.getByRole('application')).toBeVisible();
  await chart.getByLabelText('Detector').selectOptions('Key model');
  await chart.getByRole('button', { name: 'Show as table' }).click();
  await expect.element(chart.getByRole('row').nth(4)).toHaveTextContent('106.00 nats75 %75 %0.750');
});

test('the list says what each session is labelled as, and a missed one opens in the inspector', async () => {
  const select = vi.fn();
  mountLabels({}, { select });
  const table = page.getByRole('table', { name: 'Anomalies' });
  await expect.poll(() => table.element().querySelectorAll('[data-session]').length, { timeout: 20_000 }).toBe(6);
  const labels = [...table.element().querySelectorAll('[data-session]')].map((row) =>
    /anomaly|normal/.exec(row.textContent ?? '')?.at(0),
  );
  expect(labels.filter((label) => label === 'anomaly')).toHaveLength(5);
  expect(labels.filter((label) => label === 'normal')).toHaveLength(1);
  await page.getByText('1 labelled anomaly not flagged').click();
  await page.getByRole('button', { name: 'blk_missed' }).click();
  expect(select).toHaveBeenCalledWith('blk_missed');
});

test('labels choose where a person says so, and give the choice back', async () => {
  const change = vi.fn();
  mountLabels({}, { change });
  await page.getByRole('button', { name: 'Choose by labels' }).click();
  expect(change).toHaveBeenLastCalledWith({ chooseByLabels: true });
});

test('a choice by labels is undone, by its button or by a budget', async () => {
  const change = vi.fn();
  mountLabels({}, { change }, true);
  await page.getByRole('button', { name: 'Undo choice by labels' }).click();
  expect(change).toHaveBeenLastCalledWith({ chooseByLabels: false });
  const budget = page.getByLabelText('False alarms per 1,000 sessions');
  await expect.element(budget).toHaveValue(null);
  await budget.fill('2');
  await page.getByRole('button', { name: 'Remove labels' }).click();
  expect(change).toHaveBeenLastCalledWith({ falseAlarmsPerThousand: 2, chooseByLabels: false });
});

test('the figures are saved as numbers, with how the threshold was set', async () => {
  const saveTable = vi.fn();
  mountLabels({}, { saveTable });
  await page.getByRole('button', { name: 'Figures CSV' }).click();
  const [name, table] = saveTable.mock.lastCall ?? [];
  expect(name).toBe('against-labels.csv');
  expect(table.rows).toHaveLength(8);
  expect(table.rows[0].slice(0, 3)).toEqual(['all', 'ensemble', 5 / 6]);
  expect(table.rows[0].at(-1)).toBe('from the budget');
});

test('labels of another log say so, and offer nothing to choose', async () => {
  const none = { labelled: 0, anomalous: 0, missed: [], falseAlarms: [], anomalies: [], causes: [] };
  mountLabels({ ...none, unknown: 7, firstUnknown: ['<b>x</b>'], unlabelled: 110 });
  const notes = page.getByRole('list', { name: 'Notes on the labels' });
  await expect.element(notes).toHaveTextContent('7 ids of labels.csv are no session of this log: <b>x</b> and others.');
  await expect.element(notes).toHaveTextContent('No session of this log has a label');
  await expect.element(page.getByRole('button', { name: 'Choose by labels' })).not.toBeInTheDocument();
  await expect.element(figures).not.toBeInTheDocument();
});

test('labels that wait for findings are told, and can be taken back', async () => {
  const openLabels = vi.fn();
  mount(<LabelsNote />, workbenchOf(scoredState({ labels: 'labels.csv' }), { openLabels }));
  await expect.element(page.getByText('Findings will be compared with labels.csv')).toBeVisible();
  await page.getByRole('button', { name: 'Remove labels' }).click();
  expect(openLabels).toHaveBeenCalledExactlyOnceWith(undefined);
});

import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, type MockInstance, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount as mountIn } from '../mount.fixture.tsx';
import { parsed, scored, scoredState, sessionReport, workbenchOf } from '../workbench.fixture.ts';
import { AnomaliesOverTime } from './AnomaliesOverTime.tsx';
import { FalseAlarmsAgainstThreshold } from './FalseAlarmsAgainstThreshold.tsx';
import { HeldOutAccuracy } from './HeldOutAccuracy.tsx';
import { LinesOverTime } from './LinesOverTime.tsx';
import { SessionLengths } from './SessionLengths.tsx';
import { SessionStarts } from './SessionStarts.tsx';
import { TemplateGrowth } from './TemplateGrowth.tsx';
import { TemplatesByCount } from './TemplatesByCount.tsx';
import { TrainingLoss } from './TrainingLoss.tsx';
import { TransitionHeatMap } from './TransitionHeatMap.tsx';

const mount = (children: ReactNode, commands = {}) => mountIn(children, workbenchOf(scoredState(), commands));
const { log, templates } = parsed();
const { model, anomalies } = scored();

const CHARTS: readonly (readonly [string, ReactNode, number, string])[] = [
  ['Training loss', <TrainingLoss key="" epochs={model.epochs} bestEpoch={30} />, 42, '12.602.540.11'],
  [
    'Templates by count',
    <TemplatesByCount key="" templates={templates} />,
    12,
    'Receiving block <*> src: <*> dest: <*>330',
  ],
  ['Templates against lines', <TemplateGrowth key="" templates={templates} lines={log.lines} />, 201, '00'],
  ['Lines over time', <LinesOverTime key="" log={log} />, 60, '2008-11-09 20:35:18753042'],
  ['Held-out accuracy', <HeldOutAccuracy key="" epochs={model.epochs} />, 42, '160\u00a0%'],
  [
    'What follows what',
    <TransitionHeatMap key="" transitions={sessionReport().transitions} templates={templates} />,
    9,
    'Receiving block <*> src: <*> dest: <*>BLOCK* NameSystem.addStoredBlock: blockMap updated: <*> is added to <*> size <*>990\u00a0%',
  ],
  ['Session lengths', <SessionLengths key="" sessions={sessionReport()} history={10} />, 7, '10'],
  ['Session starts', <SessionStarts key="" sessions={sessionReport()} />, 120, '2008-11-09 20:35:181000'],
  [
    'Anomalies over time',
    <AnomaliesOverTime key="" findings={anomalies.findings} place={undefined} onPlace={vi.fn()} />,
    6,
    '2008-11-09 20:41:07Newblk_-35445833772896251',
  ],
  [
    'False alarms against threshold',
    <FalseAlarmsAgainstThreshold key="" curve={anomalies.curve} threshold={anomalies.threshold} flagged={6} />,
    80,
    '0.001\u00a0%06',
  ],
];

test.each([
  ['Templates by count', <TemplatesByCount key="" templates={templates} />],
  ['Lines over time', <LinesOverTime key="" log={log} />],
  ['What follows what', <TransitionHeatMap key="" transitions={sessionReport().transitions} templates={templates} />],
])('%s: text is twice as large where a person has all text so, and stays inside', async (name, chart) => {
  document.documentElement.style.fontSize = '32px';
  onTestFinished(() => {
    document.documentElement.style.removeProperty('font-size');
  });
  mount(chart);
  const figure = page.getByRole('figure', { name });
  await vi.waitFor(() => expect(figure.element().querySelector('svg text')).not.toBeNull(), 10_000);
  const svg = figure.element().querySelector('svg:has(text)')?.getBoundingClientRect();
  for (const text of figure.element().querySelectorAll('svg text')) {
    expect(getComputedStyle(text).fontSize).toBe('22px');
    expect(text.getBoundingClientRect().left).toBeGreaterThanOrEqual((svg?.left ?? 0) - 1);
    expect(text.getBoundingClientRect().bottom).toBeLessThanOrEqual((svg?.bottom ?? 0) + 1);
  }
});

let noise: readonly MockInstance[] = [];

beforeEach(() => {
  noise = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')];
});

afterEach(() => {
  for (const spy of noise) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test.each(CHARTS)('%s is drawn, and shows its numbers as a table', async (name, chart, rows, firstRow) => {
  mount(chart);
  const figure = page.getByRole('figure', { name });
  await expect.element(figure.getByRole('application')).toBeVisible();
  await figure.getByRole('button', { name: 'Show as table' }).click();
  await expect.element(figure.getByRole('table')).toBeVisible();
  expect(figure.getByRole('row').elements()).toHaveLength(rows + 1);
  expect(figure.getByRole('row').elements()[1]?.textContent).toBe(firstRow);
  await figure.getByRole('button', { name: 'Show as table' }).click();
  await expect.element(figure.getByRole('application')).toBeVisible();
});

test.each(CHARTS)('%s: arrow keys reach its points', async (name, chart) => {
  mount(chart);
  const drawing = page.getByRole('figure', { name }).getByRole('application');
  await expect.element(drawing).toBeVisible();
  (drawing.element() as SVGElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('status')).not.toBeEmptyDOMElement();
});

test('marks differ by shape, not only by colour', async () => {
  mount(<AnomaliesOverTime findings={anomalies.findings} place={undefined} onPlace={vi.fn()} />);
  const figure = page.getByRole('figure', { name: 'Anomalies over time' });
  await expect.element(figure.getByRole('application')).toBeVisible();
  const marks = [...figure.element().querySelectorAll('[data-cause]')];
  expect(marks).toHaveLength(6);
  const causes = new Set(marks.map((mark) => mark.getAttribute('data-cause')));
  expect(new Set(marks.map((mark) => mark.getAttribute('d'))).size).toBe(causes.size);
});

test('lanes of components in place of causes', async () => {
  const { findings } = anomalies;
  const components = vi.fn((lines: readonly number[]) =>
    Promise.resolve(lines.map((_, at) => (at === 0 ? undefined : `dfs.${at % 2 ? '<b>' : 'DataNode'}`))),
  );
  mount(<AnomaliesOverTime findings={findings} component="component" place={undefined} onPlace={vi.fn()} />, {
    components,
  });
  const figure = page.getByRole('figure', { name: 'Anomalies over time' });
  await expect.element(figure.getByRole('application')).toBeVisible();
  expect(components).not.toHaveBeenCalled();
  await figure.getByRole('button', { name: 'By component' }).click();
  await expect.element(figure.getByText('dfs.<b>')).toBeVisible();
  expect(components).toHaveBeenCalledExactlyOnceWith(findings.map(({ line }) => line));
  await figure.getByRole('button', { name: 'Show as table' }).click();
  const names = [...figure.element().querySelectorAll('tbody tr')].map(
    (row) => row.querySelectorAll('td, th')[1]?.textContent,
  );
  expect(names.toSorted()).toEqual(['dfs.<b>', 'dfs.<b>', 'dfs.<b>', 'dfs.DataNode', 'dfs.DataNode', 'none']);
});

test('a loss that is not a number is shown, not hidden', async () => {
  const broken = model.epochs.map((epoch) => (epoch.epoch < 40 ? epoch : { ...epoch, trainLoss: Number.NaN }));
  mount(<TrainingLoss epochs={broken} bestEpoch={30} />);
  await expect.element(page.getByText('not a number, epoch 40')).toBeInTheDocument();
  await expect.element(page.getByText('best, epoch 30')).toBeInTheDocument();
});

test('a long run is smoothed, with the losses as they were behind it, unless that is not wanted', async () => {
  const epochs = Array.from({ length: 500 }, (_, i) => ({
    epoch: i + 1,
    trainLoss: 0.3 + 2 / (i + 1) + (i % 2) / 10,
    validationLoss: 0.4,
    seconds: 0.1,
  }));
  mount(<TrainingLoss epochs={epochs} bestEpoch={30} />);
  const figure = page.getByRole('figure', { name: 'Training loss' });
  await expect.element(figure.getByRole('application')).toBeVisible();
  const curves = () => figure.element().querySelectorAll('.recharts-line-curve').length;
  expect(curves()).toBe(4);
  await expect.element(figure.getByText('before smoothing')).toBeVisible();
  await figure.getByRole('button', { name: 'Smooth' }).click();
  expect(curves()).toBe(2);
  expect(figure.getByText('before smoothing').query()).toBeNull();
});

test('losses stand over the seconds of training where that is wanted', async () => {
  const seconds = [10, 20, 30];
  const epochs = seconds.map((took, at) => ({
    epoch: at + 1,
    trainLoss: 2,
    validationLoss: 2 - at / 10,
    seconds: took,
  }));
  mount(<TrainingLoss epochs={epochs} bestEpoch={3} />);
  const figure = page.getByRole('figure', { name: 'Training loss' });
  await figure.getByRole('button', { name: 'By time' }).click();
  await expect.element(figure.getByText('1 min 0 s')).toBeInTheDocument();
  await expect.element(figure.getByText('best, epoch 3')).toBeInTheDocument();
});

test('hundreds of bars are one path for each layer', async () => {
  const one = { lines: 3, errors: 1, warnings: 2, infos: 1 };
  const buckets = Array.from({ length: 600 }, (_, index) => ({ ...one, from: index }));
  mount(<LinesOverTime log={{ ...log, buckets, span: undefined, lines: 1800 }} />);
  const figure = page.getByRole('figure', { name: 'Lines over time' });
  await expect.element(figure.getByRole('application')).toBeVisible();
  const bars = () => [...figure.element().querySelectorAll('path[d*="z"]')].map((path) => path.getAttribute('d') ?? '');
  await expect.poll(() => bars().map((path) => path.split('M').length - 1)).toEqual([600, 600, 600]);
  expect(figure.element().querySelectorAll('*').length).toBeLessThan(200);
});

test('with earlier runs beside it the tooltip speaks of the present one', async () => {
  const earlier = [{ number: 1, epochs: model.epochs.map((epoch) => ({ ...epoch, trainLoss: 9, validationLoss: 9 })) }];
  mount(<TrainingLoss epochs={model.epochs} bestEpoch={30} earlier={earlier} />);
  const drawing = page.getByRole('figure', { name: 'Training loss' }).getByRole('application');
  await expect.element(drawing).toBeVisible();
  (drawing.element() as SVGElement).focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('status')).toHaveTextContent(/^Epoch 2.*2\.23/);
});

test('a chart without data says why', async () => {
  mount(<AnomaliesOverTime findings={[]} place={undefined} onPlace={vi.fn()} />);
  await expect.element(page.getByText('No session is flagged', { exact: false })).toBeVisible();
  expect(page.getByRole('button').elements()).toHaveLength(0);
});

test('text from the log stays text', async () => {
  const text = '<img src=x onerror=alert(1)> \u202Egnp.exe';
  mount(<TemplatesByCount templates={templates.slice(0, 1).map((row) => ({ ...row, text }))} />);
  const figure = page.getByRole('figure', { name: 'Templates by count' });
  await expect.element(figure.getByRole('application')).toBeVisible();
  await figure.getByRole('button', { name: 'Show as table' }).click();
  await expect.element(page.getByText('<img src=x onerror=alert(1)> [U+202E]gnp.exe')).toBeVisible();
  expect(document.querySelector('img')).toBeNull();
});

/** The bytes that choosing `text` in the menu `Save` hands to the browser. */
async function saved(chart: ReactNode, name: string, text: string): Promise<{ file: string; bytes: Uint8Array }> {
  const saveFile = vi.fn<(file: string, bytes: Promise<Uint8Array>) => void>();
  mount(chart, { saveFile });
  const figure = page.getByRole('figure', { name });
  await expect.element(figure.getByRole('application')).toBeVisible();
  await figure.getByLabelText(`Save ${name}`).click();
  await figure.getByRole('button', { name: text }).click();
  const [file, bytes] = saveFile.mock.calls[0] ?? [];
  if (file === undefined || bytes === undefined) throw new Error('nothing was saved');
  return { file, bytes: await bytes };
}

test.each(CHARTS)('%s: saved as SVG it stands alone, with its name', async (name, chart) => {
  const { file, bytes } = await saved(chart, name, 'SVG picture');
  expect(file).toBe(`${name.toLowerCase().replaceAll(' ', '-')}.svg`);
  const svg = new TextDecoder().decode(bytes);
  expect(svg).not.toMatch(/var\(|class=|style=|light-dark/);
  const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(read.querySelector('parsererror')).toBeNull();
  expect(read.querySelector('text')?.textContent).toBe(name);
  const marks = [...read.querySelectorAll('path[fill], path[stroke], rect[fill]')];
  expect(marks.some((mark) => /^rgb/.test(mark.getAttribute('fill') ?? mark.getAttribute('stroke') ?? ''))).toBe(true);
});

test('a picture as PNG is twice as large as on screen, and not empty', async () => {
  const { file, bytes } = await saved(
    <TrainingLoss epochs={model.epochs} bestEpoch={30} />,
    'Training loss',
    'PNG picture',
  );
  expect(file).toBe('training-loss.png');
  const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)]));
  expect(image.width).toBeGreaterThan(600);
  expect(image.height).toBeGreaterThan(2 * 240);
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  const pixels = new Uint32Array(
    context?.getImageData(0, 0, image.width, image.height).data.buffer ?? new ArrayBuffer(0),
  );
  expect(new Set(pixels).size).toBeGreaterThan(20);
});

test('data is saved as plain numbers, also while the table is shown', async () => {
  const saveTable = vi.fn();
  mount(<TemplatesByCount templates={templates} />, { saveTable });
  const figure = page.getByRole('figure', { name: 'Templates by count' });
  await figure.getByRole('button', { name: 'Show as table' }).click();
  await figure.getByLabelText('Save Templates by count').click();
  expect(figure.getByRole('button', { name: 'SVG picture' }).elements()).toHaveLength(0);
  await figure.getByRole('button', { name: 'CSV data' }).click();
  const [file, table] = saveTable.mock.calls[0] ?? [];
  expect(file).toBe('templates-by-count.csv');
  expect(table.titles).toEqual(['Template', 'Lines']);
  expect(table.rows[0]).toEqual(['Receiving block <*> src: <*> dest: <*>', 330]);
});

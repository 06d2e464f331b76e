import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '../../app/commands.ts';
import type { LogKey } from '../../core/base/brand.ts';
import { templateParameters } from '../../core/drain/template-parameters.ts';
import { mount } from '../mount.fixture.tsx';
import { TemplatesView } from '../views/templates/TemplatesView.tsx';
import { scoredState, workbenchOf } from '../workbench.fixture.ts';
import { TemplateValues } from './TemplateValues.tsx';

/** `Received block <*> of size <*> from <*>`, and `Verification succeeded for <*>`. */
const RECEIVED = 3 as LogKey;
const VERIFIED = 4 as LogKey;

const panel = page.getByRole('region', { name: 'Template values' });

function parametersOf(tokens: readonly string[], text: string, contents: readonly string[], count = contents.length) {
  return templateParameters({ tokens, text, count }, { contents, lines: contents.map((_, line) => 10 * line) });
}

const received = (count: number) =>
  parametersOf(
    ['Received', 'block', '<*>', 'of', 'size', '<*>', 'from', '<*>'],
    'Received block <*> of size <*> from <*>',
    Array.from({ length: 100 }, (_, i) => `Received block blk_${i} of size ${i + 1} from 10.0.0.${i % 3}`),
    count,
  );

function mountPanel(parameters: Commands['parameters'], key = RECEIVED) {
  const selectTemplate = vi.fn();
  const workbench = workbenchOf(scoredState({ view: 'templates', selectedTemplate: key }), {
    parameters,
    selectTemplate,
  });
  mount(<TemplateValues />, workbench);
  return { selectTemplate };
}

test('a row is selected by click and by keyboard', async () => {
  const selectTemplate = vi.fn();
  mount(<TemplatesView />, workbenchOf(scoredState(), { selectTemplate }));
  await page.getByRole('table', { name: 'Templates' }).getByText('Verification succeeded for').click();
  expect(selectTemplate).toHaveBeenLastCalledWith(VERIFIED);
  await userEvent.keyboard('{ArrowUp}');
  expect(selectTemplate).toHaveBeenLastCalledWith(RECEIVED);
});

test.each([
  {
    log: 'with times',
    titles: 'First seenLast seen',
    row: /20:35:2220:49:59$/,
    told: 'Seen from 2008-11-09 20:35:22.200 to 2008-11-09 20:49:59.400 UTC, in lines 22 to 4,426.',
  },
  { log: 'without', titles: 'First lineLast line', row: /224,426$/, told: 'In lines 22 to 4,426.' },
])('a log $log: where and when a template was seen', async ({ log, titles, row, told }) => {
  await page.viewport(1600, 900);
  const state = scoredState({ selectedTemplate: RECEIVED });
  if (state.analysis.phase !== 'scored') throw new Error('Nothing is scored');
  const { analysis } = state;
  const untimed = analysis.templates.map(({ seen: _, ...template }) => template);
  const without = { ...analysis, log: { ...analysis.log, span: undefined }, templates: untimed };
  mount(
    <>
      <TemplatesView />
      <TemplateValues />
    </>,
    workbenchOf({ ...state, analysis: log === 'without' ? without : analysis }),
  );
  const rows = page.getByRole('table', { name: 'Templates' }).getByRole('row');
  await expect.element(rows.first()).toHaveTextContent(titles);
  await expect.element(rows.filter({ hasText: 'Received block' })).toHaveTextContent(row);
  await expect.element(panel).toHaveTextContent(told);
});

test('each wildcard has its type, number of values, range and most frequent values', async () => {
  mountPanel(() => Promise.resolve({ ok: true, value: received(4000) }));
  await expect.element(panel).toHaveTextContent('From 100 of 4,000 lines, evenly spread.');
  const block = (text: string) =>
    panel.getByRole('listitem').filter({ has: page.getByRole('heading', { name: text }) });
  const blocks = block('Received block <*>');
  await expect.element(blocks).toHaveTextContent(/id\s*at least 100 values, none of them twice/);
  await expect.element(blocks.getByRole('list', { name: 'Examples' })).toHaveTextContent('blk_99line 991');
  await expect.element(block('of size <*>')).toHaveTextContent(/number.*min1median50p9595max100/);
  const from = block('from <*>');
  await expect.element(from).toHaveTextContent(/IP address.*at least 3 values/);
  await expect.element(from.getByRole('list', { name: 'Most frequent values' })).toHaveTextContent('10.0.0.034 %');
});

test('all lines of a template are told as that', async () => {
  mountPanel(() => Promise.resolve({ ok: true, value: received(100) }));
  await expect.element(panel).toHaveTextContent('From all 100 lines.');
  await expect.element(panel).toHaveTextContent('3 values');
});

test('a wildcard in the text marks its block', async () => {
  mountPanel(() => Promise.resolve({ ok: true, value: received(100) }));
  const block = panel.getByRole('button', { name: 'Received block <*>' });
  const size = panel.getByRole('button', { name: 'of size <*>' });
  await expect.element(size).not.toHaveAttribute('aria-current');
  (block.element() as HTMLElement).focus();
  await expect.element(block).toHaveAttribute('aria-current', 'true');
  await userEvent.keyboard('{Tab}');
  await expect.element(size).toHaveFocus();
  await expect.element(size).toHaveAttribute('aria-current', 'true');
  await expect.element(block).not.toHaveAttribute('aria-current');
});

test('the panel says what it is doing, and can be closed', async () => {
  const { selectTemplate } = mountPanel(() => new Promise(() => undefined));
  await expect.element(panel.getByRole('status')).toHaveTextContent('Reading lines back');
  await panel.getByRole('button', { name: 'Close template values' }).click();
  expect(selectTemplate).toHaveBeenCalledExactlyOnceWith(undefined);
});

test('a file that is gone is told', async () => {
  const problem = { code: 'unreadable-file', message: 'app.log cannot be read.', advice: 'Choose it again.' } as const;
  mountPanel(() => Promise.resolve({ ok: false, problem }));
  await expect.element(panel.getByRole('alert')).toHaveTextContent('app.log cannot be read. Choose it again.');
});

test('a template without a value, and lines that cannot be taken apart, are told', async () => {
  const nothing = { total: 5, read: 5, unreadable: 0, parameters: [] };
  mountPanel(() => Promise.resolve({ ok: true, value: nothing }));
  await expect.element(panel).toHaveTextContent('Nothing in this template varies');
  mountPanel(() => Promise.resolve({ ok: true, value: { ...nothing, read: 0, unreadable: 5 } }));
  await expect.element(panel.nth(1)).toHaveTextContent('could not be taken apart');
});

test('values are shown as text, and long ones are cut', async () => {
  const values = ['<img src=x onerror=alert(1)>', '\u202eabc', '__proto__', 'y'.repeat(10_000)];
  const value = parametersOf(
    ['Verification', 'succeeded', 'for', '<*>'],
    'Verification succeeded for <*>',
    values.map((one) => `Verification succeeded for "${one}"`),
  );
  mountPanel(() => Promise.resolve({ ok: true, value }), VERIFIED);
  await expect.element(panel).toHaveTextContent(`${'y'.repeat(120)}… cut`);
  await expect.element(panel).toHaveTextContent('img src=x onerror=alert(1');
  expect(panel.element().querySelector('img')).toBeNull();
  expect(panel.element().textContent).not.toContain('\u202e');
  expect(panel.element().scrollWidth).toBeLessThanOrEqual(panel.element().clientWidth);
});

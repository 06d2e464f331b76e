import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Commands } from '../../app/commands.ts';
import { DEFAULT_SETTINGS } from '../../app/pipeline.ts';
import type { State } from '../../app/state.ts';
import type { LogKey } from '../../core/base/brand.ts';
import type { EditEffect } from '../../core/drain/edits/edit-effect.ts';
import type { TemplateEdit } from '../../core/drain/edits/template-edit.ts';
import { mount } from '../mount.fixture.tsx';
import { TemplateEditList } from '../views/templates/TemplateEditList.tsx';
import { scoredState, workbenchOf } from '../workbench.fixture.ts';
import { TemplateValues } from './TemplateValues.tsx';

const RECEIVED = 'Received block <*> of size <*> from <*>';
const VERIFIED = 'Verification succeeded for <*>';
const MERGE: TemplateEdit = { kind: 'merge', templates: [RECEIVED, VERIFIED] };
const SPLIT: TemplateEdit = { kind: 'split', template: RECEIVED, wildcard: 1 };
const NOTHING: EditEffect = {
  lines: 0,
  templatesBefore: 12,
  templatesAfter: 12,
  ignoredBefore: 0,
  ignoredAfter: 0,
  made: [],
};

function mountPanel(over: Partial<Commands>, state: Partial<State> = {}) {
  const selectedTemplate = 3 as LogKey;
  mount(<TemplateValues />, workbenchOf(scoredState({ view: 'templates', selectedTemplate, ...state }), over));
}

test('a merge says what it changes, and is applied behind the changes before it', async () => {
  const change = vi.fn();
  const previewEdits = vi.fn<Commands['previewEdits']>(async () => ({
    ok: true,
    value: { ...NOTHING, lines: 541, templatesAfter: 11, made: [{ id: '<*> for <*>', lines: 541 }] },
  }));
  mountPanel({ change, previewEdits }, { settings: { ...DEFAULT_SETTINGS, templateEdits: [SPLIT] } });
  await page.getByRole('button', { name: 'Merge with another' }).click();
  const apply = page.getByRole('button', { name: 'Apply and run again' });
  await expect.element(apply).toBeDisabled();
  await page.getByRole('searchbox', { name: 'Find the other template' }).fill('verification');
  await page.getByRole('combobox', { name: 'Other template' }).selectOptions(VERIFIED);
  await expect
    .element(page.getByText('541 lines get another template. There are 12 templates; then there will be 11.'))
    .toBeVisible();
  await expect.element(page.getByRole('list', { name: 'New templates' })).toHaveTextContent('541 lines');
  expect(previewEdits).toHaveBeenLastCalledWith([SPLIT, MERGE]);
  await apply.click();
  expect(change).toHaveBeenCalledWith({ templateEdits: [SPLIT, MERGE] });
  expect(page.getByRole('dialog').elements()).toEqual([]);
});

test('a split that changes nothing says why, and cannot be applied', async () => {
  mountPanel({ previewEdits: async () => ({ ok: true, value: NOTHING }) });
  await page.getByRole('button', { name: 'Split by its values' }).click();
  await page.getByRole('combobox', { name: 'Split by' }).selectOptions('2: of size <*>');
  await expect.element(page.getByText('Nothing would change')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Apply and run again' })).toBeDisabled();
});

test('templates of a detector are not changed', () => {
  const detector = { name: 'd', trainedOn: 'a', templates: 1, sessionLabel: 'id', history: 10, trainLoss: 0.5 };
  mountPanel({}, { detector });
  expect(page.getByRole('button', { name: 'Merge with another' }).elements()).toEqual([]);
});

test('each change can be undone by itself', async () => {
  const change = vi.fn();
  const settings = { ...DEFAULT_SETTINGS, templateEdits: [MERGE, SPLIT] };
  mount(<TemplateEditList />, workbenchOf(scoredState({ settings }), { change }));
  await expect.element(page.getByRole('list', { name: 'Changes by hand' })).toHaveTextContent(/Merged.*Split/);
  await page.getByRole('button', { name: 'Undo change 1' }).click();
  expect(change).toHaveBeenCalledWith({ templateEdits: [SPLIT] });
});

test('what is ignored is counted first, and comes back at once', async () => {
  const change = vi.fn();
  const previewEdits = vi.fn<Commands['previewEdits']>(async () => ({
    ok: true,
    value: { ...NOTHING, ignoredBefore: 14, ignoredAfter: 341 },
  }));
  const before: TemplateEdit = { kind: 'ignore', template: VERIFIED };
  const ignore: TemplateEdit = { kind: 'ignore', template: RECEIVED };
  mountPanel({ change, previewEdits }, { settings: { ...DEFAULT_SETTINGS, templateEdits: [before] } });
  await page.getByRole('button', { name: 'Ignore' }).click();
  await expect
    .element(page.getByText('327 lines are taken out of the sessions. Then 341 lines are ignored in all.'))
    .toBeVisible();
  await page.getByRole('button', { name: 'Apply and run again' }).click();
  expect(change).toHaveBeenCalledWith({ templateEdits: [before, ignore] });
});

test('an ignored template comes back, and nothing else does', async () => {
  const change = vi.fn();
  const state = scoredState({ view: 'templates', selectedTemplate: 3 as LogKey });
  if (!('templates' in state.analysis)) throw new Error('There are no templates');
  const templates = state.analysis.templates.map((row) => ({ ...row, isIgnored: row.id === RECEIVED }));
  const settings: State['settings'] = {
    ...DEFAULT_SETTINGS,
    templateEdits: [MERGE, { kind: 'ignore', template: RECEIVED }],
  };
  mount(
    <TemplateValues />,
    workbenchOf({ ...state, settings, analysis: { ...state.analysis, templates } }, { change }),
  );
  await page.getByRole('button', { name: 'Stop ignoring' }).click();
  expect(change).toHaveBeenCalledWith({ templateEdits: [MERGE] });
});

test('a mask starts from a word, and an expression that cannot be used says why', async () => {
  const previewEdits = vi.fn<Commands['previewEdits']>(async (edits) => {
    const last = edits.at(-1);
    if (last?.kind === 'mask' && last.pattern === '(?<=a)b') {
      return { ok: false, problem: { code: 'bad-pattern', message: 'It uses look-behind.', advice: '' } };
    }
    return { ok: true, value: { ...NOTHING, lines: 9, templatesAfter: 10 } };
  });
  const change = vi.fn();
  mountPanel({ previewEdits, change });
  await page.getByRole('button', { name: 'Mask words' }).click();
  const apply = page.getByRole('button', { name: 'Apply and run again' });
  await expect.element(apply).toBeDisabled();
  const field = page.getByRole('textbox', { name: 'Regular expression' });
  await field.fill('(?<=a)b');
  await expect.element(page.getByRole('alert')).toHaveTextContent('It uses look-behind.');
  await expect.element(apply).toBeDisabled();
  await page.getByRole('combobox', { name: 'Start from a word of this template' }).selectOptions('block');
  await expect.element(field).toHaveValue('block');
  await apply.click();
  expect(change).toHaveBeenCalledWith({ templateEdits: [{ kind: 'mask', pattern: 'block' }] });
});

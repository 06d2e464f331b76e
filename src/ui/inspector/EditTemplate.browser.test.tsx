import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Commands } from '../../app/commands.ts';
import { DEFAULT_SETTINGS } from '../../app/pipeline.ts';
import type { State } from '../../app/state.ts';
import type { LogKey } from '../../core/base/brand.ts';
import type { TemplateEdit } from '../../core/drain/edits/template-edit.ts';
import { mount } from '../mount.fixture.tsx';
import { TemplateEditList } from '../views/templates/TemplateEditList.tsx';
import { scoredState, workbenchOf } from '../workbench.fixture.ts';
import { TemplateValues } from './TemplateValues.tsx';

const RECEIVED = 'Received block <*> of size <*> from <*>';
const VERIFIED = 'Verification succeeded for <*>';
const MERGE: TemplateEdit = { kind: 'merge', templates: [RECEIVED, VERIFIED] };
const SPLIT: TemplateEdit = { kind: 'split', template: RECEIVED, wildcard: 1 };

function mountPanel(over: Partial<Commands>, state: Partial<State> = {}) {
  const selectedTemplate = 3 as LogKey;
  mount(<TemplateValues />, workbenchOf(scoredState({ view: 'templates', selectedTemplate, ...state }), over));
}

test('a merge says what it changes, and is applied behind the changes before it', async () => {
  const change = vi.fn();
  const previewEdits = vi.fn<Commands['previewEdits']>(async () => ({
    lines: 541,
    templatesBefore: 12,
    templatesAfter: 11,
    made: [{ id: '<*> for <*>', lines: 541 }],
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
  const nothing = { lines: 0, templatesBefore: 12, templatesAfter: 12, made: [] };
  mountPanel({ previewEdits: async () => nothing });
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

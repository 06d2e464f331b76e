import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Commands } from '../../app/commands.ts';
import type { State } from '../../app/state.ts';
import type { LogKey } from '../../core/base/brand.ts';
import { type TemplateNote, withNotes } from '../../core/drain/edits/template-notes.ts';
import { mount } from '../mount.fixture.tsx';
import { TemplateEditList } from '../views/templates/TemplateEditList.tsx';
import { TemplatesView } from '../views/templates/TemplatesView.tsx';
import { scoredState, workbenchOf } from '../workbench.fixture.ts';
import { TemplateValues } from './TemplateValues.tsx';

const RECEIVED = 'Received block <*> of size <*> from <*>';
const HOSTILE = '<img src=x onerror=alert(1)> \u202egnp 🦊';

function stateWith(templateNotes: readonly TemplateNote[]): State {
  const state = scoredState({ view: 'templates', selectedTemplate: 3 as LogKey, templateNotes });
  if (!('templates' in state.analysis)) throw new Error('There are no templates');
  const templates = withNotes(state.analysis.templates, templateNotes);
  return { ...state, analysis: { ...state.analysis, templates } };
}

const mountPanel = (over: Partial<Commands>, notes: readonly TemplateNote[] = []) =>
  mount(<TemplateValues />, workbenchOf(stateWith(notes), over));

test('a name is seen beside the template before it is given; one that is too long is refused with a sentence', async () => {
  const nameTemplate = vi.fn();
  mountPanel({ nameTemplate });
  await page.getByRole('button', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('textbox', { name: 'Name' });
  const apply = dialog.getByRole('button', { name: 'Rename' });
  await expect.element(apply).toBeDisabled();
  await field.fill('x'.repeat(10_000));
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('The name has 10,000 characters, more than 120.');
  await expect.element(apply).toBeDisabled();
  await field.fill(` ${HOSTILE} `);
  await expect.element(dialog.getByText('<img src=x onerror=alert(1)> [U+202E]gnp 🦊')).toBeVisible();
  await apply.click();
  expect(nameTemplate).toHaveBeenCalledWith(RECEIVED, HOSTILE);
});

test('a pin is taken away by the button that put it', async () => {
  const pinTemplate = vi.fn();
  mountPanel({ pinTemplate }, [{ kind: 'pin', template: RECEIVED }]);
  await page.getByRole('button', { name: 'Unpin' }).click();
  expect(pinTemplate).toHaveBeenCalledWith(RECEIVED, false);
});

test('a pinned template stands above those with more lines, under its name, whatever that is made of', async () => {
  const rare = 'writeBlock <*> received exception java.io.IOException: Connection reset by peer';
  const notes: readonly TemplateNote[] = [
    { kind: 'pin', template: rare },
    { kind: 'name', template: rare, name: HOSTILE },
  ];
  mount(<TemplatesView />, workbenchOf(stateWith(notes)));
  const row = page.getByRole('table', { name: 'Templates' }).getByRole('row').nth(1);
  await expect.element(row).toHaveTextContent('pinned');
  await expect.element(row).toHaveTextContent('<img src=x onerror=alert(1)> [U+202E]gnp 🦊');
  expect(document.querySelector('img[src="x"]')).toBeNull();
});

test('a long name over the values of a template is not cut', async () => {
  mountPanel({}, [{ kind: 'name', template: RECEIVED, name: 'a name with many words '.repeat(5).trim() }]);
  const name = page.getByText(/^a name with many words a name/);
  await expect.element(name).toBeVisible();
  const { scrollWidth, clientWidth } = name.element().parentElement ?? document.body;
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  expect(getComputedStyle(name.element()).textOverflow).toBe('clip');
});

test('a name is undone by itself', async () => {
  const removeNote = vi.fn();
  const note: TemplateNote = { kind: 'name', template: RECEIVED, name: 'Block arrived' };
  mount(<TemplateEditList />, workbenchOf(stateWith([{ kind: 'pin', template: RECEIVED }, note]), { removeNote }));
  await expect
    .element(page.getByRole('list', { name: 'Changes by hand' }))
    .toHaveTextContent(/Pinned.*Renamed.*Block arrived/);
  await page.getByRole('button', { name: 'Undo change 2' }).click();
  expect(removeNote).toHaveBeenCalledWith(note);
});

import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../../mount.fixture.tsx';
import { parsed, stateOf, workbenchOf } from '../../workbench.fixture.ts';
import { EncodingSetting } from './EncodingSetting.tsx';
import { FileFormats } from './FileFormats.tsx';
import { FilesSetting } from './FilesSetting.tsx';
import { LeftOutFiles } from './LeftOutFiles.tsx';

const state = stateOf({ phase: 'parsed', ...parsed() });

test('the detected encoding is named, and another can be chosen', async () => {
  const change = vi.fn();
  mount(<EncodingSetting detected="utf-16le" files={1} />, workbenchOf(state, { change }));
  const select = page.getByRole('combobox', { name: 'Encoding' });
  await expect.element(select).toHaveDisplayValue('Detected: utf-16le');
  await select.selectOptions('Cyrillic (Windows-1251)');
  expect(change).toHaveBeenCalledWith({ encoding: 'windows-1251' });
});

test('several files are merged or kept apart', async () => {
  const change = vi.fn();
  mount(<FilesSetting files={2} />, workbenchOf(state, { change }));
  const select = page.getByRole('combobox', { name: 'Files' });
  await select.selectOptions('Kept apart: a session stays in its file');
  expect(change).toHaveBeenCalledWith({ files: 'apart' });
});

test('one file is neither merged nor kept apart', () => {
  mount(<FilesSetting files={1} />, workbenchOf(state));
  expect(page.getByRole('combobox').elements()).toEqual([]);
});

test('files that were left out say why', async () => {
  const change = vi.fn();
  const files = [{ file: 'logo.png', reason: 'logo.png is not text but PNG image.', code: 'binary-file' }] as const;
  mount(<LeftOutFiles files={files} />, workbenchOf(state, { change }));
  await expect
    .element(page.getByRole('list', { name: 'Files left out' }))
    .toHaveTextContent('logo.png is not text but PNG image.');
  await page.getByRole('button', { name: 'Treat as text anyway' }).click();
  expect(change).toHaveBeenCalledWith({ textAnyway: true });
});

test('only what could be text is offered as text', () => {
  const files = [{ file: 'a.xz', reason: 'a.xz is packed.', code: 'compressed-file' }] as const;
  mount(<LeftOutFiles files={files} />, workbenchOf(state));
  expect(page.getByRole('button').elements()).toEqual([]);
});

const FORMATS = [
  { name: 'JSON Lines', header: '<time> <content>', files: 3, firstFile: 'a.json', lines: 4000, matched: 1 },
  { name: 'Lines of text', header: '<content>', files: 1, firstFile: 'notes\u202e.txt', lines: 12, matched: 0.5 },
];

test('several formats are listed with their files, lines and matches', async () => {
  mount(<FileFormats formats={FORMATS} />, workbenchOf(state));
  const rows = page.getByRole('table', { name: 'Formats' }).getByRole('row');
  expect(rows.elements().map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
    ['Format', 'Header', 'Files', 'Lines', 'With header'],
    ['JSON Lines', '<time> <content>', 'a.json and 2 more', '4,000', '100\u00a0%'],
    ['Lines of text', '<content>', 'notes[U+202E].txt', '12', '50\u00a0%'],
  ]);
});

test('one format needs no list', () => {
  mount(<FileFormats formats={FORMATS.slice(0, 1)} />, workbenchOf(state));
  expect(page.getByRole('table').elements()).toEqual([]);
});

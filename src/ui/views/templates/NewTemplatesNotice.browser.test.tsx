import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../../mount.fixture.tsx';
import { parsed, stateOf, workbenchOf } from '../../workbench.fixture.ts';
import { NewTemplatesNotice } from './NewTemplatesNotice.tsx';

const { log, templates } = parsed();

function mountNotice(over: Partial<typeof log>, rows = templates) {
  const show = vi.fn();
  const workbench = workbenchOf(stateOf({ phase: 'parsed', ...parsed() }), { show });
  mount(<NewTemplatesNotice log={{ ...log, ...over }} templates={rows} />, workbench);
  return show;
}

test('rare words that were read as values, and the way to the masks', async () => {
  const show = mountNotice({ widened: { leastCount: 3, signatures: 131_072 } });
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent(
      'More than 131,072 kinds of lines came up, so words seen fewer than 3 times were read as values.',
    );
  await page.getByRole('button', { name: 'Go to the parser' }).click();
  expect(show).toHaveBeenCalledWith('data');
});

test('lines without a template of their own', async () => {
  mountNotice(
    {},
    templates.map((row, index) => ({ ...row, isCatchAll: index === 9 })),
  );
  await expect.element(page.getByRole('status')).toHaveTextContent('41 lines are left under <*> alone.');
});

test('nothing where no bound was reached', () => {
  mountNotice({});
  expect(page.getByRole('status').elements()).toEqual([]);
});

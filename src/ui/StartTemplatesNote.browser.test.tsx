import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from './mount.fixture.tsx';
import { StartTemplatesNote } from './StartTemplatesNote.tsx';
import { scoredState, workbenchOf } from './workbench.fixture.ts';

test('the page says which templates mining starts from, and they can be taken away', async () => {
  const openTemplates = vi.fn();
  const startTemplates = { name: 'drain3_state.bin', templates: 27 };
  mount(<StartTemplatesNote />, workbenchOf(scoredState({ startTemplates }), { openTemplates }));
  await expect
    .element(page.getByRole('region', { name: 'Templates to start from' }))
    .toHaveTextContent('Mining starts from the 27 templates of drain3_state.bin.');
  await page.getByRole('button', { name: 'Mine without them' }).click();
  expect(openTemplates).toHaveBeenCalledExactlyOnceWith(undefined);
});

import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { mount } from '../../mount.fixture.tsx';
import { scoredState, workbenchOf } from '../../workbench.fixture.ts';
import { SessionsView } from './SessionsView.tsx';

function mountSessions() {
  const commands = { change: vi.fn(), select: vi.fn() };
  mount(<SessionsView />, workbenchOf(scoredState(), commands));
  return commands;
}

test('another identifier is one click away', async () => {
  const { change } = mountSessions();
  await page.getByRole('button', { name: 'Use pid' }).click();
  expect(change).toHaveBeenLastCalledWith({
    sessionRule: { by: 'identifier', identifier: { kind: 'column', column: 2, name: 'pid' } },
  });
});

test.each([1280, 768])(
  'candidates say what speaks for them, with lines of a session, at a width of %i',
  async (width) => {
    await page.viewport(width, 900);
    mountSessions();
    const table = page.getByRole('table', { name: 'Possible identifiers' });
    const row = table.getByRole('row', { name: /^blk_<\*>/ });
    await expect.element(row).toHaveTextContent(/99\.9\s%/);
    await expect.element(row).toHaveTextContent('19 · 31 · 44');
    await expect.element(row).toHaveTextContent('3.8x more predictable');
    await expect.element(row).toHaveTextContent('in use');
    await expect.element(table.getByRole('row', { name: /^pauses of 5 s/ })).toHaveTextContent('as in the file');
    const example = table.getByRole('list', { name: 'One session by pid' });
    expect(example.getByRole('listitem').all()).toHaveLength(3);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    const { scrollWidth = 0, clientWidth = 0 } = table.element().parentElement ?? {};
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
  },
);

test("a pattern of one's own is applied once it is written", async () => {
  const { change } = mountSessions();
  await page.getByLabelText('Session identifier').selectOptions('Own pattern');
  await expect.element(page.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await page.getByLabelText('Regular expression').fill('task (\\d+)');
  expect(change).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Apply' }).click();
  expect(change).toHaveBeenCalledExactlyOnceWith({
    sessionRule: { by: 'identifier', identifier: { kind: 'pattern', source: 'task (\\d+)' } },
  });
});

test('a session of the table can be inspected', async () => {
  const { select } = mountSessions();
  const table = page.getByRole('table', { name: 'Sessions', exact: true });
  await table.getByText('blk_1608999687919', { exact: true }).click();
  expect(select).toHaveBeenCalledExactlyOnceWith('blk_1608999687919');
});

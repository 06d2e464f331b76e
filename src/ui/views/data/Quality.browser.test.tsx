import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Commands } from '../../../app/commands.ts';
import { mount } from '../../mount.fixture.tsx';
import { parsed, stateOf, workbenchOf } from '../../workbench.fixture.ts';
import { Quality } from './Quality.tsx';

const { log } = parsed();

function mountQuality(linesOf: Commands['linesOf']) {
  mount(<Quality log={log} />, workbenchOf(stateOf({ phase: 'parsed', ...parsed() }), { linesOf }));
}

test('a count that is not zero opens the list of its lines, by keyboard too', async () => {
  mountQuality((kind, from, count) =>
    Promise.resolve({ ok: true, value: [{ line: 7, text: `${kind} ${from} ${count} \u202egnp\u0000`, cut: true }] }),
  );
  const names = page
    .getByRole('button')
    .elements()
    .map((button) => button.getAttribute('aria-label'));
  expect(names).toEqual([
    '3, Without header: list them',
    '19, Out of order: list them',
    '4, Repeated: list them',
    '2.31\u00a0kB: open at line 2,214',
  ]);
  await userEvent.keyboard('{Tab}{Enter}');
  const list = page.getByRole('list', { name: 'Lines: Without header' });
  await expect.element(list).toHaveTextContent('7headerless 0 200 [U+202E]gnp\u2400… cut');
  await expect.element(page.getByText('and 2 more lines')).toBeVisible();
  await userEvent.keyboard('{Tab}{Enter}');
  await expect.element(page.getByRole('list', { name: 'Lines: Out of order' })).toBeVisible();
  await expect.element(list).not.toBeInTheDocument();
  await userEvent.keyboard('{Enter}');
  expect(page.getByRole('list').elements()).toEqual([]);
});

test('lines, mined, blank and unparsed add up', async () => {
  const classic = { masks: 0, unparsedLines: 19, unparsed: [], widenedLines: 0 };
  mount(<Quality log={{ ...log, blankLines: 500, classic }} />, workbenchOf(stateOf({ phase: 'parsed', ...parsed() })));
  const facts = page
    .getByRole('definition')
    .elements()
    .map((fact) => fact.textContent);
  expect(facts.slice(0, 6)).toEqual(['4,519', '4,000', 'each has a template', '500', 'nothing to mine', '19']);
  await expect.element(page.getByText('without the log format: no template')).toBeVisible();
});

test('lines that cannot be read say why', async () => {
  const problem = { code: 'unreadable-file', message: 'a.log is gone.', advice: 'Open it again.' } as const;
  mountQuality(() => Promise.resolve({ ok: false, problem }));
  await page.getByRole('button', { name: 'Out of order' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('a.log is gone. Open it again.');
});

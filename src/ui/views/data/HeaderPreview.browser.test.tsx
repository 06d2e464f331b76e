import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { PreviewLine } from '../../../core/report/log-report.ts';
import { mount } from '../../mount.fixture.tsx';
import { parsed } from '../../workbench.fixture.ts';
import { HeaderPreview } from './HeaderPreview.tsx';

const { header } = parsed().log;

function mountPreview(...preview: PreviewLine[]) {
  mount(<HeaderPreview header={{ ...header, columns: ['time'], preview }}>{undefined}</HeaderPreview>);
  return page.getByRole('list', { name: 'First lines' }).getByRole('listitem');
}

test('values of a record are coloured wherever they stand, and what is hidden shows', async () => {
  const text = '{"msg":"a\u202eb\u0000","time":"10:00"}';
  const spans = [
    { start: 8, end: 12 },
    { column: 'time', start: 22, end: 27 },
  ];
  const lines = mountPreview({ line: 1, text, joined: false, spans });
  await expect.element(lines.nth(0)).toHaveTextContent('1{"msg":"a[U+202E]b\u2400","time":"10:00"}');
  const colour = (of: string) => getComputedStyle(page.getByText(of, { exact: true }).last().element()).color;
  expect(colour('10:00')).toBe(colour('time'));
  expect(colour('a[U+202E]b\u2400')).not.toBe(colour('10:00'));
});

test('a long record is cut, and a line that continues one hangs under it', async () => {
  const lines = mountPreview(
    { line: 1, text: 'x'.repeat(5000), joined: false, spans: [{ start: 0, end: 5000 }] },
    { line: 2, text: 'at x.y(z)', joined: true, spans: [] },
  );
  await expect.element(lines.nth(0)).toHaveTextContent('… 4,400 more characters');
  const opacity = (line: number) => getComputedStyle(lines.nth(line).getByRole('code').element()).opacity;
  expect(Number(opacity(1))).toBeLessThan(Number(opacity(0)));
});

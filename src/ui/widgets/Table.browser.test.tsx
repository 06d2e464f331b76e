import { beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { mount } from '../mount.fixture.tsx';
import { scoredState, workbenchOf } from '../workbench.fixture.ts';
import type { Column } from './column.ts';
import { Table } from './Table.tsx';

const ROWS = Array.from({ length: 10_000 }, (_, index) => index);
const COLUMNS: readonly Column<number>[] = [
  { id: 'number', title: 'Number', width: '120px', align: 'end', cell: (row) => row, sortBy: (row) => row },
  { id: 'name', title: 'Name', width: '1fr', cell: (row) => `row ${row}` },
  { id: 'wide', title: 'Wide', width: '80px', showFrom: 100_000, cell: () => 'hidden' },
];

const rowsInDocument = () => document.querySelectorAll('tbody tr').length;
const focused = () => document.activeElement?.getAttribute('data-row');
const select = vi.fn();

beforeEach(() => {
  select.mockClear();
  mount(
    <div style={{ display: 'flex', flexDirection: 'column', height: 400 }}>
      <Table
        label="Numbers"
        columns={COLUMNS}
        rows={ROWS}
        rowKey={(row) => row}
        rowData={(row) => ({ 'data-row': row })}
        onSelect={select}
      />
    </div>,
    workbenchOf(scoredState()),
  );
});

test('holds only the rows in sight, and says how many there are', async () => {
  await expect.element(page.getByRole('table', { name: 'Numbers' })).toHaveAttribute('aria-rowcount', '10001');
  await expect.element(page.getByRole('cell', { name: 'row 0', exact: true })).toBeVisible();
  expect(rowsInDocument()).toBeGreaterThan(5);
  expect(rowsInDocument()).toBeLessThan(60);
});

test('leaves out columns that the width has no room for', async () => {
  await expect.element(page.getByRole('columnheader', { name: 'Wide' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('columnheader', { name: 'Name' })).toBeVisible();
});

test('keys reach every row, and the selection follows', async () => {
  await page.getByRole('cell', { name: 'row 1', exact: true }).click();
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(focused).toBe('2');
  await userEvent.keyboard('{End}');
  await expect.poll(focused).toBe('9999');
  await expect.element(page.getByRole('cell', { name: 'row 9999' })).toBeInViewport();
  await userEvent.keyboard('{ArrowDown}{ArrowUp}');
  await expect.poll(focused).toBe('9998');
  await userEvent.keyboard('{Home}');
  await expect.poll(focused).toBe('0');
  await userEvent.keyboard('{PageDown}');
  await expect.poll(() => Number(focused())).toBeGreaterThan(5);
  expect(select.mock.calls.flat().slice(0, 4)).toEqual([1, 2, 9999, 9999]);
});

test('the row that takes the focus stays in the document when it is scrolled away', async () => {
  await page.getByRole('cell', { name: 'row 1', exact: true }).click();
  document.querySelector('table')?.parentElement?.scrollTo({ top: 200_000 });
  await expect.element(page.getByRole('cell', { name: 'row 5880', exact: true })).toBeInTheDocument();
  expect(focused()).toBe('1');
});

test('after a jump the same elements show other rows', async () => {
  await page.getByRole('cell', { name: 'row 1', exact: true }).click();
  const before = new Set(document.querySelectorAll('tbody tr'));
  document.querySelector('table')?.parentElement?.scrollTo({ top: 200_000 });
  await expect.element(page.getByRole('cell', { name: 'row 5880', exact: true })).toBeInTheDocument();
  const after = [...document.querySelectorAll('tbody tr')];
  expect(after.filter((row) => before.has(row)).length).toBe(before.size);
  const numbers = after.map((row) => Number(row.getAttribute('data-row')));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});

test('sorts by a column, the largest first, and back', async () => {
  const header = page.getByRole('columnheader', { name: 'Number' });
  await header.getByRole('button').click();
  await expect.element(header).toHaveAttribute('aria-sort', 'descending');
  await expect.element(page.getByRole('cell', { name: 'row 9999' })).toBeVisible();
  await header.getByRole('button').click();
  await expect.element(header).toHaveAttribute('aria-sort', 'ascending');
  await expect.element(page.getByRole('cell', { name: 'row 0', exact: true })).toBeVisible();
});
